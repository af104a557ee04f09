using NarFormer.Architecture;
using NarFormer.Encoding.Safetensors;

namespace NarFormer.Training.Interop;

/// <summary>Reads the shape of a published network off its weights, because the published checkpoints do not state it.</summary>
public static class PublishedOptions
{
    /// <summary>The options of the network that <paramref name="weights"/> belong to.</summary>
    /// <exception cref="InvalidDataException">The weights are not those of a published network; the message names what is missing.</exception>
    public static NetworkOptions Of(SafetensorsFile weights)
    {
        int hidden = Dimension(weights, "gnn_layers.0.lin_l.weight", 0);
        bool cells = weights.Tensors.ContainsKey("fusion_mlp.0.weight");
        return new NetworkOptions
        {
            NodeFeatures = Dimension(weights, "gnn_layers.0.lin_l.weight", 1),
            StaticFeatures = weights.Tensors.ContainsKey("norm_sf_linear.weight") ? Dimension(weights, "norm_sf_linear.weight", 1) : 0,
            Hidden = hidden,
            Layers = weights.Tensors.Keys.Count(k => k.StartsWith("layer_scale.", StringComparison.Ordinal)),
            Groups = Dimension(weights, "FFN_layers.0.fn.net.0.weights", 0),
            FeedForwardRatio = Dimension(weights, "FFN_layers.0.fn.net.0.weights", 2) / Dimension(weights, "FFN_layers.0.fn.net.0.weights", 1),
            DegreeGate = weights.Tensors.ContainsKey("gnn_layers.0.lin_d.weight"),
            Readout = cells ? ReadoutKind.MeanOfLayers : ReadoutKind.SumWithStatics,
        };
    }

    private static int Dimension(SafetensorsFile weights, string name, int dimension) =>
        weights[name].Shape is var shape && dimension < shape.Count && shape[dimension] is > 0 and <= int.MaxValue
            ? (int)shape[dimension]
            : throw new InvalidDataException($"'{name}' has no dimension {dimension}");
}
