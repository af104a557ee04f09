using System.Numerics.Tensors;

namespace NarFormer.Server.Maps;

/// <summary>The plane in which vectors differ most: their first two principal components.</summary>
internal static class PrincipalPlane
{
    private const int Rounds = 100;
    private const double Settled = 1e-9;

    /// <summary>Where each of <paramref name="vectors"/> <c>[vectors, width]</c> lies in the plane, from their mean.</summary>
    public static (double X, double Y)[] Project(IReadOnlyList<float[]> vectors)
    {
        if (vectors.Count == 0) return [];
        double[][] centred = Centred(vectors);
        double[] first = Direction(centred, []);
        double[] second = Direction(centred, first);
        return [.. centred.Select(v => (TensorPrimitives.Dot<double>(v, first), TensorPrimitives.Dot<double>(v, second)))];
    }

    private static double[][] Centred(IReadOnlyList<float[]> vectors)
    {
        double[] mean = new double[vectors[0].Length];
        foreach (float[] vector in vectors)
        {
            for (int i = 0; i < mean.Length; i++) mean[i] += vector[i] / (double)vectors.Count;
        }

        return [.. vectors.Select(v => (double[])[.. v.Select((value, i) => value - mean[i])])];
    }

    /// <summary>The direction in which <paramref name="vectors"/> differ most, at right angles to <paramref name="other"/>, by power iteration.</summary>
    private static double[] Direction(double[][] vectors, ReadOnlySpan<double> other)
    {
        double[] direction = Longest(vectors, other), next = new double[direction.Length];
        for (int round = 0; round < Rounds; round++)
        {
            Array.Clear(next);
            foreach (double[] vector in vectors) TensorPrimitives.MultiplyAdd<double>(vector, TensorPrimitives.Dot<double>(vector, direction), next, next);
            Normalise(next, other);
            double change = 1 - Math.Abs(TensorPrimitives.Dot<double>(direction, next));
            (direction, next) = (next, direction);
            if (change < Settled) break;
        }

        // A direction and its opposite are the same; the one whose largest number is positive is taken.
        if (direction[TensorPrimitives.IndexOfMaxMagnitude<double>(direction)] < 0) TensorPrimitives.Negate<double>(direction, direction);
        return direction;
    }

    private static double[] Longest(double[][] vectors, ReadOnlySpan<double> other)
    {
        double[] longest = new double[vectors[0].Length];
        double length = 0;
        foreach (double[] vector in vectors)
        {
            double[] rest = [.. vector];
            Project(rest, other);
            double own = TensorPrimitives.SumOfSquares<double>(rest);
            if (own > length) (longest, length) = (rest, own);
        }

        Normalise(longest, other);
        return longest;
    }

    private static void Project(double[] vector, ReadOnlySpan<double> other)
    {
        if (other.Length > 0) TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot(vector, other), vector, vector);
    }

    private static void Normalise(double[] vector, ReadOnlySpan<double> other)
    {
        Project(vector, other);
        double length = Math.Sqrt(TensorPrimitives.SumOfSquares<double>(vector));
        if (length > 0) TensorPrimitives.Divide<double>(vector, length, vector);
    }
}
