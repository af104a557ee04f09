using NarFormer.Description;
using NarFormer.Encoding;

namespace NarFormer.Runtime;

/// <summary>Finds the encoding that a predictor asks for.</summary>
internal static class PredictorEncoding
{
    /// <summary>The encoding of <paramref name="description"/>, read from <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">It is not known, or has other features than the predictor takes.</exception>
    public static INetworkEncoding Of(PredictorDescription description, string path)
    {
        if (description.Cells is { } cells) throw new InvalidDataException($"{path}: predicts {description.Predicts} of cells of {cells.Space}, not of whole networks");
        var encoding = EncodingCatalog.Encodings.FirstOrDefault(e => e.Name == description.Encoding)
            ?? throw new InvalidDataException($"{path}: needs the encoding {description.Encoding}; this version of NarFormer has {string.Join(", ", EncodingCatalog.Encodings.Select(e => e.Name))}");
        var network = description.Network;
        return encoding.NodeFeatureCount == network.NodeFeatures && encoding.StaticFeatureCount == network.StaticFeatures
            ? encoding
            : throw new InvalidDataException($"{path}: was trained on {network.NodeFeatures} node and {network.StaticFeatures} static features, but {encoding.Name} gives {encoding.NodeFeatureCount} and {encoding.StaticFeatureCount}");
    }
}
