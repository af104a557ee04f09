using NarFormer.Graphs;

namespace NarFormer.Encoding.Paper;

/// <summary>
/// The attributes of a node in their eight places, in an order that belongs to the operator. Of a
/// list only the first element counts, except for the permutation of Transpose, which fills all eight places.
/// </summary>
internal static class PaperAttributes
{
    /// <summary>Places, one for each number.</summary>
    public const int Places = 8;

    /// <summary>Writes the attributes of <paramref name="node"/> over <paramref name="features"/>, which must be zero.</summary>
    public static void Write(PaperNode node, PaperNumbers numbers, Span<float> features)
    {
        if (node.Source is not { } source) return;
        switch (node.Type)
        {
            case "Conv":
                WriteEach(numbers, features, [.. Window(node), .. Convolution(node, source)]);
                break;
            case "ConvTranspose":
                WriteEach(numbers, features, [.. Window(node), .. Convolution(node, source), (PaperQuantity.OutputPadding, First(node, "output_padding", 0))]);
                break;
            case "MaxPool" or "AveragePool":
                WriteEach(numbers, features, Window(node));
                break;
            case "Gemm":
                WriteEach(numbers, features, [(PaperQuantity.Bias, HasBias(node))]);
                break;
            case "Transpose":
                numbers.WriteAll(PaperQuantity.Permutation, Padded(source.Integers("perm")), features);
                break;
        }
    }

    private static void WriteEach(PaperNumbers numbers, Span<float> features, (PaperQuantity Quantity, long Value)[] values)
    {
        for (int i = 0; i < values.Length; i++) numbers.Write(values[i].Quantity, values[i].Value, features[(i * numbers.Width)..]);
    }

    private static (PaperQuantity Quantity, long Value)[] Window(PaperNode node) =>
        [(PaperQuantity.Kernel, Kernel(node)), (PaperQuantity.Stride, First(node, "strides", 1)), (PaperQuantity.Padding, First(node, "pads", 0))];

    private static (PaperQuantity Quantity, long Value)[] Convolution(PaperNode node, NetworkNode source) =>
        [(PaperQuantity.Dilation, First(node, "dilations", 1)), (PaperQuantity.Groups, source.Integer("group", 1)), (PaperQuantity.Bias, HasBias(node))];

    private static float[] Padded(IReadOnlyList<long> permutation) =>
        [.. Enumerable.Range(0, Places).Select(i => i < permutation.Count ? (float)permutation[i] : 0)];

    private static long Kernel(PaperNode node)
    {
        if (node.Source!.Integers("kernel_shape") is { Count: > 0 } stated) return stated[0];
        return node.StoredWeight is { Rank: >= 2 } weight ? weight[-2] : -1;
    }

    private static long First(PaperNode node, string attribute, long fallback) =>
        node.Source!.Integers(attribute) is { Count: > 0 } values ? values[0] : fallback;

    private static long HasBias(PaperNode node) => node.Source!.Inputs.Count == 3 ? 1 : 0;
}
