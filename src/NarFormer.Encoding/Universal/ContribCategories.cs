using System.Collections.Frozen;

namespace NarFormer.Encoding.Universal;

/// <summary>
/// The kind of work of operators outside the standard that ONNX Runtime's optimiser and quantiser write
/// (<c>com.microsoft</c>). They have no column, but are not strangers either.
/// </summary>
internal static class ContribCategories
{
    private static readonly FrozenDictionary<string, KernelCategory> ByOperator = new Dictionary<string, KernelCategory>(StringComparer.Ordinal)
    {
        ["FusedConv"] = KernelCategory.SpatialConvolution,
        ["NhwcFusedConv"] = KernelCategory.SpatialConvolution,
        ["FusedMatMul"] = KernelCategory.MatrixProduct,
        ["FusedGemm"] = KernelCategory.MatrixProduct,
        ["QGemm"] = KernelCategory.MatrixProduct,
        ["DynamicQuantizeMatMul"] = KernelCategory.MatrixProduct,
        ["MatMulIntegerToFloat"] = KernelCategory.MatrixProduct,
        ["MatMulNBits"] = KernelCategory.MatrixProduct,
        ["MultiHeadAttention"] = KernelCategory.MatrixProduct,
        ["GroupQueryAttention"] = KernelCategory.MatrixProduct,
        ["QAttention"] = KernelCategory.MatrixProduct,
        ["DynamicQuantizeLSTM"] = KernelCategory.Recurrent,
        ["QLinearAveragePool"] = KernelCategory.Pooling,
        ["QLinearGlobalAveragePool"] = KernelCategory.Reduction,
        ["QLinearReduceMean"] = KernelCategory.Reduction,
        ["SkipLayerNormalization"] = KernelCategory.Normalization,
        ["EmbedLayerNormalization"] = KernelCategory.Normalization,
        ["SimplifiedLayerNormalization"] = KernelCategory.Normalization,
        ["SkipSimplifiedLayerNormalization"] = KernelCategory.Normalization,
        ["QLinearSoftmax"] = KernelCategory.Softmax,
        ["QLinearLeakyRelu"] = KernelCategory.CheapFunction,
        ["QLinearSigmoid"] = KernelCategory.CostlyFunction,
        ["FastGelu"] = KernelCategory.CostlyFunction,
        ["BiasGelu"] = KernelCategory.CostlyFunction,
        ["QuickGelu"] = KernelCategory.CostlyFunction,
        ["QLinearAdd"] = KernelCategory.Arithmetic,
        ["QLinearMul"] = KernelCategory.Arithmetic,
        ["QLinearConcat"] = KernelCategory.Movement,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The kind of work of operator <paramref name="name"/>.</summary>
    public static KernelCategory Of(string name) => ByOperator.GetValueOrDefault(name, KernelCategory.Other);
}
