using TorchSharp;

namespace NarFormer.Training.Projection;

/// <summary>The directions in which vectors differ most (principal component analysis).</summary>
public sealed class PrincipalComponents
{
    private readonly double[] _mean;
    private readonly double[][] _directions;

    private PrincipalComponents(double[] mean, double[][] directions, double[] explained)
    {
        _mean = mean;
        _directions = directions;
        Explained = explained;
    }

    /// <summary>The share of the total variance that lies along each direction, largest first; 0 where nothing varies.</summary>
    public IReadOnlyList<double> Explained { get; }

    /// <summary>Finds the first <paramref name="count"/> directions of vectors.</summary>
    /// <param name="values">The vectors, row-major <c>[vectors, width]</c>.</param>
    /// <param name="width">How many numbers a vector has.</param>
    /// <param name="count">How many directions to find.</param>
    /// <exception cref="ArgumentException">There are fewer than two vectors, more directions than numbers in a vector, or a value that is no number.</exception>
    public static PrincipalComponents Of(ReadOnlySpan<float> values, int width, int count)
    {
        if (width < count) throw new ArgumentException($"{count} directions cannot be found in vectors of {width} numbers", nameof(width));
        if (values.Length < 2 * width) throw new ArgumentException("at least two vectors are needed", nameof(values));
        double[] mean = MeanOf(values, width);
        double[] covariance = CovarianceOf(values, mean);
        if (!covariance.All(double.IsFinite)) throw new ArgumentException("a vector holds a value that is no finite number", nameof(values));
        double total = Enumerable.Range(0, width).Sum(i => covariance[(i * width) + i]);
        using var scope = torch.NewDisposeScope();
        // Both come in rising order of the variance; a direction is a column.
        var (variances, directions) = torch.linalg.eigh(torch.tensor(covariance, width, width));
        double[] variance = [.. variances.data<double>()], columns = [.. directions.contiguous().data<double>()];
        int[] largest = [.. Enumerable.Range(0, count).Select(i => width - 1 - i)];
        return new PrincipalComponents(
            mean,
            [.. largest.Select(column => Signed([.. Enumerable.Range(0, width).Select(row => columns[(row * width) + column])]))],
            [.. largest.Select(i => total > 0 ? Math.Max(0, variance[i]) / total : 0)]);
    }

    /// <summary>Where <paramref name="vector"/> <c>[width]</c> lies along each direction, from the mean of the vectors.</summary>
    public double[] Project(ReadOnlySpan<float> vector)
    {
        double[] places = new double[_directions.Length];
        for (int d = 0; d < places.Length; d++)
        {
            for (int i = 0; i < vector.Length; i++) places[d] += (vector[i] - _mean[i]) * _directions[d][i];
        }

        return places;
    }

    private static double[] MeanOf(ReadOnlySpan<float> values, int width)
    {
        double[] mean = new double[width];
        for (int i = 0; i < values.Length; i++) mean[i % width] += values[i];
        for (int i = 0; i < width; i++) mean[i] /= values.Length / width;
        return mean;
    }

    private static double[] CovarianceOf(ReadOnlySpan<float> values, double[] mean)
    {
        int width = mean.Length, count = values.Length / width;
        double[] covariance = new double[width * width], centred = new double[width];
        for (int row = 0; row < count; row++)
        {
            for (int i = 0; i < width; i++) centred[i] = values[(row * width) + i] - mean[i];
            for (int i = 0; i < width; i++)
            {
                for (int j = 0; j < width; j++) covariance[(i * width) + j] += centred[i] * centred[j] / (count - 1);
            }
        }

        return covariance;
    }

    /// <summary>A direction and its opposite are the same; the one whose largest number is positive is taken.</summary>
    private static double[] Signed(double[] direction) =>
        direction.MaxBy(Math.Abs) < 0 ? [.. direction.Select(d => -d)] : direction;
}
