using NarFormer.Architecture;

namespace NarFormer.Export.Readouts;

/// <summary>The static features as a read-out uses them: <see cref="NetworkOptions.ScaledStatics"/>.</summary>
internal static class StaticInputs
{
    /// <summary>[graphs, static features].</summary>
    public static string Write(GraphWriter graph, NetworkOptions options, PackedInputs packed) => options.ScaledStatics
        ? graph.Add(graph.Multiply(packed.StaticFeatures, graph.Weight("static_scaling.weight", options.StaticFeatures)), graph.Weight("static_scaling.bias", options.StaticFeatures))
        : packed.StaticFeatures;
}
