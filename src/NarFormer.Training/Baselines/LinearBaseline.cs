using NarFormer.Training.Samples;

namespace NarFormer.Training.Baselines;

/// <summary>
/// <c>a + b·MACs + c·parameters + d·bytes</c>, fitted by least squares of the relative error <c>prediction / truth − 1</c>.
/// Ordinary least squares would serve the slowest networks only, and lose by far when judged on MAPE. Coefficients may
/// be negative.
/// </summary>
public sealed class LinearBaseline : ILatencyBaseline
{
    private readonly double[] _coefficients;

    private LinearBaseline(double[] coefficients) => _coefficients = coefficients;

    /// <inheritdoc/>
    public string Name => "linear";

    /// <summary>Constant, ms per MAC, per parameter and per byte.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>Fits the coefficients to <paramref name="training"/>.</summary>
    /// <exception cref="ArgumentException">There are no networks.</exception>
    public static LinearBaseline Fit(IReadOnlyList<TrainingSample> training)
    {
        if (training.Count == 0) throw new ArgumentException("there are no networks to fit", nameof(training));
        double[][] rows = [.. training.Select(s => Terms(s).Select(t => t / s.LatencyMs).ToArray())];
        return new LinearBaseline(LeastSquares.Solve(rows, [.. training.Select(_ => 1.0)]));
    }

    /// <inheritdoc/>
    public double Predict(TrainingSample sample) => Terms(sample).Zip(_coefficients, (t, c) => t * c).Sum();

    private static double[] Terms(TrainingSample sample) => [1, sample.Macs, sample.Parameters, sample.MemoryBytes];
}
