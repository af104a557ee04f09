using System.Globalization;
using NarFormer.Encoding;

namespace NarFormer.Training.Evaluation;

/// <summary>
/// Tells networks apart by their features as a predictor that does not see the order of nodes can: by colour refinement
/// (Weisfeiler and Leman), in which a node's colour takes in those of its neighbours.
/// </summary>
internal sealed class EncodingClasses
{
    private const int Rounds = 4;

    private readonly Dictionary<string, int> _colours = new(StringComparer.Ordinal);

    /// <summary>The class of <paramref name="network"/>; networks of one class are encoded alike.</summary>
    public int Of(EncodedNetwork network)
    {
        int[] colours = [.. network.NodeFeatures.Chunk(network.FeatureCount).Select(row => Colour(Text(row)))];
        for (int round = 0; round < Rounds; round++) colours = Refined(network, colours);
        return Colour($"{Text(colours)} with {Text(network.StaticFeatures)}");
    }

    private int[] Refined(EncodedNetwork network, int[] colours)
    {
        return [.. colours.Select((colour, node) => Colour($"{colour} from {Of(node, network.EdgeTargets, network.EdgeSources)} to {Of(node, network.EdgeSources, network.EdgeTargets)}"))];

        string Of(int node, int[] ends, int[] others) => Text(Enumerable.Range(0, ends.Length).Where(e => ends[e] == node).Select(e => colours[others[e]]));
    }

    private int Colour(string description)
    {
        if (!_colours.TryGetValue(description, out int colour)) _colours.Add(description, colour = _colours.Count);
        return colour;
    }

    // Rounded, since a sum depends on the order of nodes in its last digits.
    private static string Text(IEnumerable<float> features) => string.Join(' ', features.Select(f => f.ToString("0.0000", CultureInfo.InvariantCulture)));

    private static string Text(IEnumerable<int> colours) => string.Join(' ', colours.Order().Select(c => c.ToString(CultureInfo.InvariantCulture)));
}
