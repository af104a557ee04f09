using NarFormer.Training.Baselines.Trees;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Baselines;

/// <summary>
/// Gradient-boosted trees on statistics of the graph, fitted to the logarithm of the latency; how large they are is chosen by
/// MAPE on the validation networks.
/// </summary>
public sealed class TreeBaseline : ILatencyBaseline
{
    private static readonly TreeSize[] Sizes = [new(4, 1000, 0.05), new(8, 300, 0.05), new(8, 1000, 0.05), new(16, 300, 0.05), new(16, 1000, 0.05)];

    private readonly BoostedTrees _trees;

    private TreeBaseline(BoostedTrees trees) => _trees = trees;

    /// <inheritdoc/>
    public string Name => "trees";

    /// <summary>Fits trees to <paramref name="training"/> and chooses their size by <paramref name="validation"/>.</summary>
    public static TreeBaseline Fit(IReadOnlyList<TrainingSample> training, IReadOnlyList<TrainingSample> validation, long seed)
    {
        float[][] rows = [.. training.Select(Row)];
        double[] logs = [.. training.Select(s => Math.Log(s.LatencyMs))];
        double[] truth = [.. validation.Select(s => s.LatencyMs)];
        return Sizes.Select(size => new TreeBaseline(BoostedTrees.Fit(rows, logs, size, seed)))
            .MinBy(baseline => RelativeErrors.Mean(truth, validation.Select(baseline.Predict).ToArray()))!;
    }

    /// <inheritdoc/>
    public double Predict(TrainingSample sample) => Math.Exp(_trees.Predict(Row(sample)));

    private static float[] Row(TrainingSample sample) => [.. sample.Statistics, Log(sample.Macs), Log(sample.Parameters), Log(sample.MemoryBytes)];

    private static float Log(double value) => (float)Math.Log(1 + value);
}
