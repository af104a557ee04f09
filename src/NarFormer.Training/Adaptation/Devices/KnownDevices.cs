using System.Numerics.Tensors;
using NarFormer.Training.Adaptation.Gaussian;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>
/// What is known of devices that many cells were measured on: for each, the logarithm of the latency of every cell of the
/// space by Gaussian process regression, of mean 0 and deviation 1 over the measured cells.
/// </summary>
internal sealed class KnownDevices
{
    private static readonly double[] Noises = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3];

    private KnownDevices(SpaceKernel kernel, double[][] functions, double[] deviations)
    {
        Kernel = kernel;
        Functions = functions;
        Deviations = deviations;
    }

    /// <summary>The kernel of the highest evidence over all devices.</summary>
    public SpaceKernel Kernel { get; }

    /// <summary><c>[cells, devices]</c>.</summary>
    public double[][] Functions { get; }

    /// <summary>The deviation of the logarithm on each device before it was made 1, <c>[devices]</c>.</summary>
    public double[] Deviations { get; }

    /// <summary>Learns devices, choosing among <paramref name="kernels"/>.</summary>
    /// <param name="rows">Features of all cells, <c>[cells, features]</c>; the first of them were measured.</param>
    /// <param name="logs">Logarithms of latencies of the first cells, <c>[devices][measured]</c>.</param>
    /// <param name="kernels">The kernels to choose from.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static KnownDevices Fit(double[][] rows, IReadOnlyList<double[]> logs, IReadOnlyList<SpaceKernel> kernels, CancellationToken cancellation)
    {
        double[] deviations = [.. logs.Select(Deviation)];
        double[][] targets = [.. logs.Select((l, d) => Normalized(l, deviations[d]))];
        double[][] measured = rows[..logs[0].Length];
        SpaceKernel? best = null;
        double[][] weights = [];
        double highest = double.NegativeInfinity;
        foreach (var kernel in kernels)
        {
            var fits = Fits(kernel.Among(measured), targets, cancellation);
            double evidence = fits.Sum(f => f.LogEvidenceAtBestScale);
            if (evidence <= highest) continue;
            best = kernel;
            weights = [.. fits.Select(f => f.Weights)];
            highest = evidence;
        }

        if (best is null) throw new InvalidDataException("no kernel fits the latencies of the training devices");
        return new KnownDevices(best, Everywhere(best, rows, measured, weights), deviations);
    }

    /// <summary>The devices but for number <paramref name="left"/>.</summary>
    public KnownDevices Without(int left) => new(
        Kernel,
        [.. Functions.Select(row => row.Where((_, d) => d != left).ToArray())],
        [.. Deviations.Where((_, d) => d != left)]);

    // The noise of each device is that of its own highest evidence.
    private static GaussianFit[] Fits(double[][] covariance, double[][] targets, CancellationToken cancellation)
    {
        var best = new GaussianFit[targets.Length];
        double before = 0;
        foreach (double noise in Noises)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < covariance.Length; i++) covariance[i][i] += noise - before;
            before = noise;
            var factor = CholeskyFactor.Of(covariance);
            for (int d = 0; d < targets.Length; d++)
            {
                var fit = GaussianFit.Of(factor, targets[d]);
                if (best[d] is null || fit.LogEvidenceAtBestScale > best[d].LogEvidenceAtBestScale) best[d] = fit;
            }
        }

        return best;
    }

    private static double[][] Everywhere(SpaceKernel kernel, double[][] rows, double[][] measured, double[][] weights) =>
    [
        .. rows.Select(row =>
        {
            double[] covariances = [.. measured.Select(m => kernel.Between(row, m))];
            return weights.Select(w => TensorPrimitives.Dot<double>(w, covariances)).ToArray();
        }),
    ];

    private static double Deviation(double[] logs)
    {
        double mean = logs.Average();
        double deviation = Math.Sqrt(logs.Average(l => (l - mean) * (l - mean)));
        return deviation > 0 ? deviation : throw new InvalidDataException("a training device takes the same time for every cell");
    }

    private static double[] Normalized(double[] logs, double deviation)
    {
        double mean = logs.Average();
        return [.. logs.Select(l => (l - mean) / deviation)];
    }
}
