using System.Text.Json.Serialization;
using NarFormer.Files;

namespace NarFormer.Familiarity;

/// <summary>The smallest and the largest value of each feature in the training data, both <c>[features]</c>.</summary>
/// <param name="Low">The smallest values.</param>
/// <param name="High">The largest values.</param>
public sealed record FeatureRange(
    [property: JsonConverter(typeof(SinglesJson))] float[] Low,
    [property: JsonConverter(typeof(SinglesJson))] float[] High)
{
    /// <summary>The range of <paramref name="rows"/>, each <c>[features]</c>.</summary>
    public static FeatureRange Of(int features, IEnumerable<ReadOnlyMemory<float>> rows)
    {
        var low = new float[features];
        var high = new float[features];
        Array.Fill(low, float.PositiveInfinity);
        Array.Fill(high, float.NegativeInfinity);
        foreach (var row in rows)
        {
            var values = row.Span;
            for (int i = 0; i < features; i++)
            {
                low[i] = Math.Min(low[i], values[i]);
                high[i] = Math.Max(high[i], values[i]);
            }
        }

        return new FeatureRange(low, high);
    }

    /// <summary>
    /// How far the farthest of <paramref name="features"/> lies outside its range, in widths of that range or, where it is
    /// narrower than 1, as it is; 0 where all lie inside.
    /// </summary>
    public float Excess(ReadOnlySpan<float> features)
    {
        float excess = 0;
        for (int i = 0; i < features.Length; i++)
        {
            float outside = Math.Max(Low[i] - features[i], features[i] - High[i]);
            if (outside > 0) excess = Math.Max(excess, outside / Math.Max(High[i] - Low[i], 1));
        }

        return excess;
    }
}
