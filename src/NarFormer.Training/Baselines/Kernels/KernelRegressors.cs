using NarFormer.Measurement.Profiling;
using NarFormer.Training.Baselines.Trees;

namespace NarFormer.Training.Baselines.Kernels;

/// <summary>
/// A regressor for each type of kernel, and one fitted to all kernels for types that training has seen too seldom.
/// </summary>
internal sealed class KernelRegressors
{
    private const int FewestKernels = 50;
    private const double ShortestMicroseconds = 0.5; // the profiler counts whole microseconds

    private static readonly TreeSize Size = new(Leaves: 16, Trees: 200, LearningRate: 0.1);

    private readonly Dictionary<string, BoostedTrees> _byType;
    private readonly BoostedTrees _others;

    private KernelRegressors(Dictionary<string, BoostedTrees> byType, BoostedTrees others)
    {
        _byType = byType;
        _others = others;
    }

    /// <summary>Fits to the logarithm of the times of <paramref name="kernels"/>; equal kernels count once, with their mean.</summary>
    public static KernelRegressors Fit(IEnumerable<KernelTime> kernels, long seed)
    {
        (string Type, float[] Features, double Log)[] distinct =
        [
            .. kernels.Select(k => (Type: KernelFeatures.TypeOf(k), Features: KernelFeatures.Of(k), Log: Math.Log(Math.Max(ShortestMicroseconds, k.Microseconds))))
                .GroupBy(k => $"{k.Type} {string.Join(' ', k.Features)}", StringComparer.Ordinal)
                .Select(g => (g.First().Type, g.First().Features, g.Average(k => k.Log))),
        ];
        var byType = distinct.GroupBy(k => k.Type, StringComparer.Ordinal).Where(g => g.Count() >= FewestKernels)
            .ToDictionary(g => g.Key, g => Trees([.. g]), StringComparer.Ordinal);
        return new KernelRegressors(byType, Trees(distinct));

        BoostedTrees Trees((string Type, float[] Features, double Log)[] of) => BoostedTrees.Fit([.. of.Select(k => k.Features)], [.. of.Select(k => k.Log)], Size, seed);
    }

    /// <summary>The predicted time of <paramref name="kernel"/>, µs; its measured one is not looked at.</summary>
    public double Predict(KernelTime kernel) => Math.Exp(_byType.GetValueOrDefault(KernelFeatures.TypeOf(kernel), _others).Predict(KernelFeatures.Of(kernel)));
}
