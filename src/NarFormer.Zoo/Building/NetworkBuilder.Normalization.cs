namespace NarFormer.Zoo.Building;

/// <content>Layer normalisation as older exporters write it.</content>
internal sealed partial class NetworkBuilder
{
    /// <summary>Layer normalisation over the last dimension, as one node or, as exporters wrote it before opset 17, as nine.</summary>
    public Value LayerNormalization(Value x, bool fused) => fused ? LayerNormalization(x) : LayerNormalizationInSteps(x);

    /// <summary>Layer normalisation over the channels of <c>[batch, channels, height, width]</c>.</summary>
    public Value ChannelNormalization(Value x, bool fused) =>
        Transpose(LayerNormalization(Transpose(x, 0, 2, 3, 1), fused), 0, 3, 1, 2);

    private Value LayerNormalizationInSteps(Value x)
    {
        var centred = Node("Sub", [x, Mean(x)], x.Shape);
        var variance = Mean(NodeOf("Pow", [centred.Name, Constant(2f)], x.Shape));
        var deviation = Node("Sqrt", [NodeOf("Add", [variance.Name, Constant(1e-5f)], variance.Shape)], variance.Shape);
        var scaled = MultiplyWeight(Node("Div", [centred, deviation], x.Shape), "scale", x.Shape[^1]);
        return AddWeight(scaled, "bias", x.Shape[^1]);
    }

    private Value Mean(Value x) => Node("ReduceMean", [x], [.. x.Shape[..^1], 1], Attribute("axes", [-1L]), Attribute("keepdims", 1L));
}
