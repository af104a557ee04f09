using NarFormer.Datasets;
using NarFormer.Encoding;

namespace NarFormer.Training.Samples;

/// <summary>A network of known latency, ready for training and for the baselines.</summary>
/// <param name="Family">The family of the network.</param>
/// <param name="Seed">The seed that makes the network within its family.</param>
/// <param name="LatencyMs">The label, ms.</param>
/// <param name="Macs">Multiply-accumulates of one run.</param>
/// <param name="Parameters">Parameters.</param>
/// <param name="MemoryBytes">Bytes read and written by one run.</param>
/// <param name="Network">The encoded network.</param>
public sealed record TrainingSample(
    string Family, ulong Seed, double LatencyMs, double Macs, double Parameters, double MemoryBytes, EncodedNetwork Network)
{
    /// <summary>What the network is for in its data set.</summary>
    public DataSplit Split { get; init; }

    /// <summary>Nodes of the network's file, whatever the encoding makes of them.</summary>
    public int Nodes { get; init; }

    /// <summary>A name that networks share if they are the same graph.</summary>
    public string Graph { get; init; } = "";

    /// <summary>Statistics of the graph, the same for every encoding: the static features of <see cref="UniversalEncoding"/>.</summary>
    public IReadOnlyList<float> Statistics { get; init; } = [];
}
