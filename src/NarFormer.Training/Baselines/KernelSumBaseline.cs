using NarFormer.Datasets.Profiles;
using NarFormer.Measurement.Profiling;
using NarFormer.Training.Baselines.Kernels;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Baselines;

/// <summary>
/// The sum of the predicted times of a network's kernels, in the manner of nn-Meter (Zhang et al. 2021): the kernels are those
/// that ONNX Runtime's own fusions leave, and regressors by type of kernel are fitted to profiles of the training networks.
/// A factor and a time for each kernel, fitted to relative errors on the validation networks, take off what the profiler adds.
/// </summary>
public sealed class KernelSumBaseline : ILatencyBaseline
{
    private const double MicrosecondsOfMs = 1000;
    private const double SmallestShare = 0.1;

    private readonly Dictionary<(string Family, ulong Seed), IReadOnlyList<KernelTime>> _kernels;
    private readonly KernelRegressors _regressors;
    private readonly string _path;
    private double[] _correction = [1, 0];

    private KernelSumBaseline(Dictionary<(string Family, ulong Seed), IReadOnlyList<KernelTime>> kernels, KernelRegressors regressors, string path)
    {
        _kernels = kernels;
        _regressors = regressors;
        _path = path;
    }

    /// <inheritdoc/>
    public string Name => "kernels";

    /// <summary>Fits regressors to the profiles of <paramref name="training"/> and the correction to <paramref name="validation"/>.</summary>
    /// <param name="profiles">The profiles of all networks, those that will be predicted included; of these only the kernels are looked at.</param>
    /// <param name="training">What the regressors are fitted to.</param>
    /// <param name="validation">What the correction is fitted to.</param>
    /// <param name="seed">The seed of all random choices.</param>
    /// <param name="path">Where the profiles stand, for messages.</param>
    /// <exception cref="InvalidDataException">A network has no profile; the message names it.</exception>
    public static KernelSumBaseline Fit(
        IReadOnlyList<NetworkProfile> profiles, IReadOnlyList<TrainingSample> training, IReadOnlyList<TrainingSample> validation, long seed, string path)
    {
        var kernels = profiles.ToDictionary(p => (p.Family, p.Seed), IReadOnlyList<KernelTime> (p) => [.. p.Kernels.Select(k => k.Kernel)]);
        var regressors = KernelRegressors.Fit(training.SelectMany(s => KernelsOf(kernels, s, path)), seed);
        var baseline = new KernelSumBaseline(kernels, regressors, path);
        baseline._correction = LeastSquares.Solve([.. validation.Select(s => baseline.Terms(s).Select(t => t / s.LatencyMs).ToArray())], [.. validation.Select(_ => 1.0)]);
        return baseline;
    }

    /// <inheritdoc/>
    public double Predict(TrainingSample sample)
    {
        double[] terms = Terms(sample);
        return Math.Max(SmallestShare * terms[0], (_correction[0] * terms[0]) + (_correction[1] * terms[1]));
    }

    // The sum of kernels, ms, and their number.
    private double[] Terms(TrainingSample sample)
    {
        var kernels = KernelsOf(_kernels, sample, _path);
        return [kernels.Sum(_regressors.Predict) / MicrosecondsOfMs, kernels.Count];
    }

    private static IReadOnlyList<KernelTime> KernelsOf(Dictionary<(string Family, ulong Seed), IReadOnlyList<KernelTime>> kernels, TrainingSample sample, string path) =>
        kernels.TryGetValue((sample.Family, sample.Seed), out var found) ? found : throw new InvalidDataException($"{path}: has no profile of {sample.Family}-{sample.Seed}; narformer-train dataset profile goes on where it stopped");
}
