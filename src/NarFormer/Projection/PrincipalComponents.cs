using System.Numerics.Tensors;

namespace NarFormer.Projection;

/// <summary>The directions in which vectors differ most (principal component analysis, by power iteration on their covariance).</summary>
public sealed class PrincipalComponents
{
    private const int Rounds = 2_000;
    private const double Settled = 1e-15;
    private const double Negligible = 1e-12; // of the total variance

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
        double[][] covariance = CovarianceOf(values, mean);
        if (!covariance.All(row => row.All(double.IsFinite))) throw new ArgumentException("a vector holds a value that is no finite number", nameof(values));
        double total = covariance.Select((row, i) => row[i]).Sum();
        var directions = new List<double[]>(count);
        while (directions.Count < count) directions.Add(Direction(covariance, directions, Negligible * total));
        var byVariance = directions.Select(d => (Direction: d, Variance: TensorPrimitives.Dot<double>(d, Times(covariance, d)))).OrderByDescending(d => d.Variance).ToList();
        return new PrincipalComponents(mean, [.. byVariance.Select(d => d.Direction)], [.. byVariance.Select(d => total > 0 ? Math.Max(0, d.Variance) / total : 0)]);
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

    private static double[][] CovarianceOf(ReadOnlySpan<float> values, double[] mean)
    {
        int width = mean.Length, count = values.Length / width;
        double[][] covariance = [.. Enumerable.Range(0, width).Select(_ => new double[width])];
        double[] centred = new double[width];
        for (int row = 0; row < count; row++)
        {
            for (int i = 0; i < width; i++) centred[i] = values[(row * width) + i] - mean[i];
            for (int i = 0; i < width; i++) TensorPrimitives.MultiplyAdd<double>(centred, centred[i] / (count - 1), covariance[i], covariance[i]);
        }

        return covariance;
    }

    /// <summary>The direction of the largest variance at right angles to <paramref name="others"/>; 0 if nothing varies there.</summary>
    private static double[] Direction(double[][] covariance, IReadOnlyList<double[]> others, double negligible)
    {
        double[] direction = covariance.Select(row => Apart(row, others)).MaxBy(row => TensorPrimitives.SumOfSquares<double>(row))!;
        if (!Normalised(direction, negligible)) return new double[direction.Length];
        for (int round = 0; round < Rounds; round++)
        {
            double[] next = Apart(Times(covariance, direction), others);
            if (!Normalised(next, 0)) break;
            double change = 1 - Math.Abs(TensorPrimitives.Dot<double>(direction, next));
            direction = next;
            if (change <= Settled) break;
        }

        // A direction and its opposite are the same; the one whose largest number is positive is taken.
        if (direction[TensorPrimitives.IndexOfMaxMagnitude<double>(direction)] < 0) TensorPrimitives.Negate<double>(direction, direction);
        return direction;
    }

    private static double[] Times(double[][] matrix, double[] vector) => [.. matrix.Select(row => TensorPrimitives.Dot<double>(row, vector))];

    // Twice, because the first time leaves what rounding makes of long vectors.
    private static double[] Apart(double[] vector, IReadOnlyList<double[]> others)
    {
        double[] rest = [.. vector];
        for (int time = 0; time < 2; time++)
        {
            foreach (double[] other in others) TensorPrimitives.MultiplyAdd<double>(other, -TensorPrimitives.Dot<double>(rest, other), rest, rest);
        }

        return rest;
    }

    private static bool Normalised(double[] vector, double negligible)
    {
        double length = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(vector));
        if (length <= negligible) return false;
        TensorPrimitives.Divide<double>(vector, length, vector);
        return true;
    }
}
