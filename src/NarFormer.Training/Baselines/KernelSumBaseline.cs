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

    private readonly NetworkProfiles _profiles;
    private readonly KernelRegressors _regressors;
    private double[] _correction = [1, 0];

    private KernelSumBaseline(NetworkProfiles profiles, KernelRegressors regressors)
    {
        _profiles = profiles;
        _regressors = regressors;
    }

    /// <inheritdoc/>
    public string Name => "kernels";

    /// <summary>Fits regressors to the profiles of <paramref name="training"/> and the correction to <paramref name="validation"/>.</summary>
    /// <param name="profiles">The profiles of all networks, those that will be predicted included; of these only the kernels are looked at.</param>
    /// <param name="training">What the regressors are fitted to.</param>
    /// <param name="validation">What the correction is fitted to.</param>
    /// <param name="further">Kernels of other networks that the regressors are fitted to, too.</param>
    /// <param name="seed">The seed of all random choices.</param>
    /// <exception cref="InvalidDataException">A network has no profile; the message names it.</exception>
    public static KernelSumBaseline Fit(
        NetworkProfiles profiles, IReadOnlyList<TrainingSample> training, IReadOnlyList<TrainingSample> validation, IEnumerable<KernelTime> further, long seed)
    {
        var regressors = KernelRegressors.Fit(training.SelectMany(s => KernelsOf(profiles, s)).Concat(further), seed);
        var baseline = new KernelSumBaseline(profiles, regressors);
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
        KernelTime[] kernels = [.. KernelsOf(_profiles, sample)];
        return [kernels.Sum(_regressors.Predict) / MicrosecondsOfMs, kernels.Length];
    }

    private static IEnumerable<KernelTime> KernelsOf(NetworkProfiles profiles, TrainingSample sample) => profiles.Of(sample.Family, sample.Seed).Kernels.Select(k => k.Kernel);
}
