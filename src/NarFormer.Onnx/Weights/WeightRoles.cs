using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Weights;

/// <summary>Finds what each initialiser does, from the first node that reads it.</summary>
internal static class WeightRoles
{
    /// <summary>The role of every initialiser that a node reads.</summary>
    public static Dictionary<string, WeightRole> Of(GraphProto graph)
    {
        var roles = new Dictionary<string, WeightRole>(StringComparer.Ordinal);
        foreach (var node in graph.Node)
        {
            for (int i = 0; i < node.Input.Count; i++) roles.TryAdd(node.Input[i], Role(node, i));
        }

        return roles;
    }

    private static WeightRole Role(NodeProto node, int input) => (node.OpType, input) switch
    {
        ("BatchNormalization", 1 or 4) => WeightRole.Positive,
        ("LayerNormalization" or "InstanceNormalization" or "GroupNormalization", 1) => WeightRole.Positive,
        ("QuantizeLinear" or "DequantizeLinear", 1) => WeightRole.Positive,
        ("QLinearConv" or "QLinearMatMul", 1 or 4 or 6) => WeightRole.Positive,
        ("Div" or "Pow", 1) => WeightRole.Positive,
        ("MatMul", 1) => WeightRole.RightFactor,
        ("Gemm", 1) when !node.Attribute.Any(a => a.Name == "transB" && a.I != 0) => WeightRole.RightFactor,
        ("Conv" or "ConvTranspose" or "Gemm" or "MatMul" or "LSTM" or "GRU" or "RNN", < 3) => WeightRole.Kernel,
        ("Gather", 0) => WeightRole.Kernel,
        _ => WeightRole.Offset,
    };
}
