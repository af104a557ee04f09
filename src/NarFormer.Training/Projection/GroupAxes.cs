using TorchSharp;

namespace NarFormer.Training.Projection;

/// <summary>
/// Axes along which vectors of one group differ alike: distances along them are Mahalanobis distances by the covariance that
/// groups share (Lee et al. 2018, arXiv 1807.03888), so that what hardly varies within any group counts most.
/// </summary>
internal static class GroupAxes
{
    private const double Shrinkage = 0.01;

    /// <summary>The axes, row-major <c>[width, width]</c>.</summary>
    /// <param name="vectors">The vectors, <c>[width]</c> each.</param>
    /// <param name="groups">The group of each.</param>
    public static float[] Of(IReadOnlyList<float[]> vectors, IReadOnlyList<string> groups)
    {
        int width = vectors[0].Length;
        double[] covariance = Covariance(vectors, groups, width);
        double mean = Enumerable.Range(0, width).Average(i => covariance[(i * width) + i]);
        if (mean <= 0) mean = 1;
        for (int i = 0; i < covariance.Length; i++) covariance[i] = ((1 - Shrinkage) * covariance[i]) + (i % (width + 1) == 0 ? Shrinkage * mean : 0);
        using var scope = torch.NewDisposeScope();
        // A direction is a column.
        var (variances, directions) = torch.linalg.eigh(torch.tensor(covariance, width, width));
        double[] variance = [.. variances.data<double>()], columns = [.. directions.contiguous().data<double>()];
        float[] axes = new float[width * width];
        for (int i = 0; i < axes.Length; i++) axes[i] = (float)(columns[(i % width * width) + (i / width)] / Math.Sqrt(variance[i / width]));
        return axes;
    }

    private static double[] Covariance(IReadOnlyList<float[]> vectors, IReadOnlyList<string> groups, int width)
    {
        double[] covariance = new double[width * width], centred = new double[width];
        foreach (var group in Enumerable.Range(0, vectors.Count).GroupBy(i => groups[i], StringComparer.Ordinal))
        {
            double[] mean = [.. Enumerable.Range(0, width).Select(d => group.Average(i => (double)vectors[i][d]))];
            foreach (int vector in group)
            {
                for (int d = 0; d < width; d++) centred[d] = vectors[vector][d] - mean[d];
                for (int i = 0; i < width; i++)
                {
                    for (int j = 0; j < width; j++) covariance[(i * width) + j] += centred[i] * centred[j] / vectors.Count;
                }
            }
        }

        return covariance;
    }
}
