namespace NarFormer.Datasets.Nnlqp;

/// <summary>A measured network of NNLQP: a line of <c>gt_stage.txt</c>.</summary>
/// <param name="Id">The number of the measurement.</param>
/// <param name="Network">The network's file, relative to the folder of the data set.</param>
/// <param name="Batch">Samples of one run.</param>
/// <param name="LatencyMs">The latency in ms.</param>
/// <param name="Family">The family, for example <c>resnet18</c>.</param>
/// <param name="Platform">The number of the platform that measured.</param>
/// <param name="Stage">What the network is for: <c>train</c> or <c>test</c>.</param>
public sealed record NnlqpRow(string Id, string Network, int Batch, double LatencyMs, string Family, int Platform, DataSplit Stage);
