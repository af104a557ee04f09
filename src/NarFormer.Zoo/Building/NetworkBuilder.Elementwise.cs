namespace NarFormer.Zoo.Building;

/// <content>Activations and arithmetic.</content>
internal sealed partial class NetworkBuilder
{
    /// <summary>Applies an activation function.</summary>
    public Value Activate(Value x, Activation activation) => activation switch
    {
        Activation.Relu => Node("Relu", [x], x.Shape),
        Activation.Relu6 => NodeOf("Clip", [x.Name, Constant(0f), Constant(6f)], x.Shape),
        Activation.HardSwish => Node("HardSwish", [x], x.Shape),
        Activation.Silu => Multiply(x, Node("Sigmoid", [x], x.Shape)),
        Activation.Gelu => Gelu(x),
        Activation.Sigmoid => Node("Sigmoid", [x], x.Shape),
        Activation.HardSigmoid => Node("HardSigmoid", [x], x.Shape, Attribute("alpha", 1f / 6), Attribute("beta", 0.5f)),
        Activation.Tanh => Node("Tanh", [x], x.Shape),
        _ => x,
    };

    /// <summary>The sum of two tensors of one shape, or of which one is repeated along the other's dimensions.</summary>
    public Value Add(Value a, Value b) => Node("Add", [a, b], Broadcast(a, b));

    /// <summary>The product of two tensors of one shape, or of which one is repeated along the other's dimensions.</summary>
    public Value Multiply(Value a, Value b) => Node("Mul", [a, b], Broadcast(a, b));

    /// <summary>The tensor with a learned tensor of its trailing dimensions added.</summary>
    public Value AddWeight(Value x, string role, params long[] shape) => NodeOf("Add", [x.Name, Weight(role, shape)], x.Shape);

    /// <summary>The tensor with every element times a learned factor of its trailing dimensions.</summary>
    public Value MultiplyWeight(Value x, string role, params long[] shape) => NodeOf("Mul", [x.Name, Weight(role, shape)], x.Shape);

    /// <summary>The mean, or else the largest, of all positions along <paramref name="axis"/>.</summary>
    public Value Pool(Value x, int axis, bool mean) =>
        Node(mean ? "ReduceMean" : "ReduceMax", [x], [.. x.Shape.Where((_, i) => i != axis)], Attribute("axes", [(long)axis]), Attribute("keepdims", 0L));

    /// <summary>Every element times <paramref name="factor"/>.</summary>
    public Value Scale(Value x, float factor) => NodeOf("Mul", [x.Name, Constant(factor)], x.Shape);

    /// <summary>Softmax over the last dimension.</summary>
    public Value Softmax(Value x) => Node("Softmax", [x], x.Shape, Attribute("axis", -1L));

    private Value Gelu(Value x)
    {
        var erf = Node("Erf", [NodeOf("Div", [x.Name, Constant(MathF.Sqrt(2))], x.Shape)], x.Shape);
        var sum = NodeOf("Add", [erf.Name, Constant(1f)], x.Shape);
        return Scale(Multiply(x, sum), 0.5f);
    }

    private static long[] Broadcast(Value a, Value b) => a.Elements >= b.Elements ? a.Shape : b.Shape;
}
