using System.Numerics.Tensors;
using System.Text.Json.Serialization;
using NarFormer.Files;

namespace NarFormer.Familiarity;

/// <summary>Embeddings of training networks that cover the training data, standardised in each dimension.</summary>
/// <param name="Mean">The mean of each dimension over the training data, <c>[dimensions]</c>.</param>
/// <param name="Scale">What each dimension is divided by, <c>[dimensions]</c>.</param>
/// <param name="Rows">The standardised embeddings along the axes, row-major <c>[references, axes]</c>.</param>
/// <param name="Axes">What distances are measured along, row-major <c>[axes, dimensions]</c>; the dimensions themselves if null.</param>
public sealed record ReferenceEmbeddings(
    [property: JsonConverter(typeof(SinglesJson))] float[] Mean,
    [property: JsonConverter(typeof(SinglesJson))] float[] Scale,
    [property: JsonConverter(typeof(SinglesJson))] float[] Rows,
    [property: JsonConverter(typeof(SinglesJson))] float[]? Axes = null)
{
    // A dimension that hardly varies in training may not decide alone.
    private const float SmallestScaleShare = 0.1f;

    /// <summary>Chooses at most <paramref name="most"/> of <paramref name="embeddings"/>, each the farthest from those before it.</summary>
    /// <exception cref="ArgumentException">There are no embeddings.</exception>
    public static ReferenceEmbeddings Cover(IReadOnlyList<float[]> embeddings, int most) => Cover(embeddings, most, _ => null);

    /// <summary>The same along the axes that <paramref name="axesOf"/> finds in the standardised embeddings.</summary>
    /// <exception cref="ArgumentException">There are no embeddings.</exception>
    public static ReferenceEmbeddings Cover(IReadOnlyList<float[]> embeddings, int most, Func<IReadOnlyList<float[]>, float[]?> axesOf)
    {
        if (embeddings.Count == 0) throw new ArgumentException("there are no embeddings", nameof(embeddings));
        int width = embeddings[0].Length;
        var mean = new float[width];
        var scale = new float[width];
        for (int d = 0; d < width; d++)
        {
            double average = embeddings.Average(e => (double)e[d]);
            mean[d] = (float)average;
            scale[d] = (float)Math.Sqrt(embeddings.Average(e => (e[d] - average) * (e[d] - average)));
        }

        float smallest = Math.Max(scale.Average() * SmallestScaleShare, float.Epsilon);
        for (int d = 0; d < width; d++) scale[d] = Math.Max(scale[d], smallest);
        float[][] rows = [.. embeddings.Select(e => Standardize(e, mean, scale))];
        float[]? axes = axesOf(rows);
        return new ReferenceEmbeddings(mean, scale, [.. Farthest([.. rows.Select(r => Along(axes, r))], most).SelectMany(r => r)], axes);
    }

    /// <summary>The root mean square, over axes, of the difference from the nearest reference.</summary>
    public float Distance(ReadOnlySpan<float> embedding)
    {
        float[] point = Along(Axes, Standardize(embedding, Mean, Scale));
        float nearest = float.PositiveInfinity;
        for (int start = 0; start < Rows.Length; start += point.Length)
            nearest = Math.Min(nearest, TensorPrimitives.Distance(point, Rows.AsSpan(start, point.Length)));
        return nearest / MathF.Sqrt(point.Length);
    }

    private static float[] Standardize(ReadOnlySpan<float> embedding, float[] mean, float[] scale)
    {
        var point = new float[embedding.Length];
        TensorPrimitives.Subtract(embedding, mean, point);
        TensorPrimitives.Divide(point, scale, point);
        return point;
    }

    private static float[] Along(float[]? axes, float[] point)
    {
        if (axes is null) return point;
        var places = new float[axes.Length / point.Length];
        for (int a = 0; a < places.Length; a++) places[a] = TensorPrimitives.Dot(axes.AsSpan(a * point.Length, point.Length), point);
        return places;
    }

    private static IEnumerable<float[]> Farthest(float[][] rows, int most)
    {
        var distances = new float[rows.Length];
        Array.Fill(distances, float.PositiveInfinity);
        int next = 0;
        for (int chosen = 0; chosen < most && distances[next] > 0; chosen++)
        {
            float[] row = rows[next];
            yield return row;
            for (int i = 0; i < rows.Length; i++) distances[i] = Math.Min(distances[i], TensorPrimitives.Distance<float>(row, rows[i]));
            next = TensorPrimitives.IndexOfMax<float>(distances);
        }
    }
}
