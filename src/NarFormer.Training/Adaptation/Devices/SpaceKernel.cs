using System.Numerics.Tensors;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>How alike the latencies of two cells are expected to be: partly linear in their features, partly smooth.</summary>
/// <param name="Length">The distance of features over which the smooth part changes.</param>
/// <param name="LinearShare">The share of the linear part in the variance, 0 to 1.</param>
internal sealed record SpaceKernel(double Length, double LinearShare)
{
    private static readonly double[] Lengths = [0.7, 1, 1.4, 2, 3];

    private static readonly double[] LinearShares = [0.1, 0.5, 0.9];

    /// <summary>The kernels that are tried.</summary>
    public static IReadOnlyList<SpaceKernel> All { get; } = [.. from length in Lengths from share in LinearShares select new SpaceKernel(length, share)];

    /// <summary>The covariance of two cells, about 1 for a cell with itself.</summary>
    public double Between(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double product = TensorPrimitives.Dot(x, y), distance = TensorPrimitives.Distance(x, y);
        return (LinearShare * product) + ((1 - LinearShare) * Math.Exp(-distance * distance / (2 * Length * Length)));
    }

    /// <summary>The covariances of <paramref name="rows"/>, lower triangle, <c>[rows, rows]</c>.</summary>
    public double[][] Among(double[][] rows) => [.. rows.Select((x, i) => rows.Take(i + 1).Select(y => Between(x, y)).ToArray())];
}
