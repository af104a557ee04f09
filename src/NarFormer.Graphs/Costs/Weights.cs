namespace NarFormer.Graphs.Costs;

/// <summary>Tells weights from constants that only steer an operator (shapes, axes, limits, indices).</summary>
internal static class Weights
{
    /// <summary>Whether input <paramref name="index"/> of <paramref name="node"/> is a weight.</summary>
    public static bool IsWeight(NetworkNode node, int index)
    {
        var tensor = node.Inputs[index];
        if (tensor is not { Kind: TensorKind.Constant } || tensor.Shape is { Rank: 0 }) return false;
        return tensor.ElementType switch
        {
            ElementType.Bool or ElementType.Int64 or ElementType.UInt64 or ElementType.UInt32 or ElementType.String or ElementType.Undefined => false,
            ElementType.Int32 => IsQuantized(node.Operator),
            _ => !Steers(node.Operator, index),
        };
    }

    // Biases of quantised networks are 32-bit integers; elsewhere those are indices and sizes.
    private static bool IsQuantized(string type) =>
        type.StartsWith("QLinear", StringComparison.Ordinal) || type is "DequantizeLinear" or "QGemm" or "QAttention" or "ConvInteger" or "MatMulInteger";

    private static bool Steers(string type, int index) => type switch
    {
        "Resize" or "Upsample" or "Clip" or "Pad" or "OneHot" or "Dropout" or "Range" => index > 0,
        "Scatter" or "ScatterElements" or "ScatterND" => index == 0,
        _ => false,
    };
}
