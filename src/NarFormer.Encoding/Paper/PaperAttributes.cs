namespace NarFormer.Encoding.Paper;

/// <summary>
/// The attributes of a node in their places: eight of ten features each, in an order that belongs to the operator. Of a
/// list only the first element counts, except for the permutation of Transpose, which fills all eight places.
/// </summary>
internal static class PaperAttributes
{
    /// <summary>Features of all attributes of one node.</summary>
    public const int Width = Places * SinusoidalCode.Width;

    private const int Places = 8;

    /// <summary>Writes the attributes of <paramref name="node"/> over <paramref name="features"/>, which must be zero.</summary>
    public static void Write(PaperNode node, Span<float> features)
    {
        if (node.Source is not { } source) return;
        switch (node.Type)
        {
            case "Conv":
                WriteAll(features, Kernel(node), First(node, "strides", 1), First(node, "pads", 0), First(node, "dilations", 1), source.Integer("group", 1), HasBias(node));
                break;
            case "ConvTranspose":
                WriteAll(features, Kernel(node), First(node, "strides", 1), First(node, "pads", 0), First(node, "dilations", 1), source.Integer("group", 1), HasBias(node), First(node, "output_padding", 0));
                break;
            case "MaxPool" or "AveragePool":
                WriteAll(features, Kernel(node), First(node, "strides", 1), First(node, "pads", 0));
                break;
            case "Gemm":
                WriteAll(features, HasBias(node));
                break;
            case "Transpose":
                WritePermutation(source.Integers("perm"), features);
                break;
        }
    }

    private static void WriteAll(Span<float> features, params ReadOnlySpan<long> values)
    {
        for (int i = 0; i < values.Length; i++) SinusoidalCode.Write(values[i], features[(i * SinusoidalCode.Width)..]);
    }

    private static void WritePermutation(IReadOnlyList<long> permutation, Span<float> features)
    {
        Span<float> padded = stackalloc float[Places];
        padded.Clear();
        for (int i = 0; i < Math.Min(Places, permutation.Count); i++) padded[i] = permutation[i];
        SinusoidalCode.WriteGrouped(padded, features);
    }

    private static long Kernel(PaperNode node)
    {
        if (node.Source!.Integers("kernel_shape") is { Count: > 0 } stated) return stated[0];
        return node.StoredWeight is { Rank: >= 2 } weight ? weight[-2] : -1;
    }

    private static long First(PaperNode node, string attribute, long fallback) =>
        node.Source!.Integers(attribute) is { Count: > 0 } values ? values[0] : fallback;

    private static long HasBias(PaperNode node) => node.Source!.Inputs.Count == 3 ? 1 : 0;
}
