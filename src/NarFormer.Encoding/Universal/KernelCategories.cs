using NarFormer.Graphs;

namespace NarFormer.Encoding.Universal;

/// <summary>Finds the <see cref="KernelCategory"/> of a node.</summary>
internal static class KernelCategories
{
    /// <summary>How many categories there are.</summary>
    public const int Count = (int)KernelCategory.Other + 1;

    /// <summary>The names of all categories, in order, in lower camel case.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Enum.GetNames<KernelCategory>().Select(n => char.ToLowerInvariant(n[0]) + n[1..])];

    /// <summary>The category of <paramref name="node"/>, whose product of matrices, if it is one, is <paramref name="product"/>.</summary>
    public static KernelCategory Of(NetworkNode node, in MatrixView product)
    {
        int column = OperatorVocabulary.ColumnOf(node.Operator);
        var category = column >= 0 ? OperatorVocabulary.Categories[column] : ContribCategories.Of(node.Operator);
        return category switch
        {
            KernelCategory.SpatialConvolution => OfConvolution(product),
            KernelCategory.MatrixProduct when product.HasConstant => KernelCategory.Dense,
            _ => category,
        };
    }

    private static KernelCategory OfConvolution(in MatrixView product)
    {
        if (product.IsDepthwise) return KernelCategory.DepthwiseConvolution;
        if (product.Groups > 1) return KernelCategory.GroupedConvolution;
        return product.IsPointwise ? KernelCategory.PointwiseConvolution : KernelCategory.SpatialConvolution;
    }
}
