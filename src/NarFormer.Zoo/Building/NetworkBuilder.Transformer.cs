namespace NarFormer.Zoo.Building;

/// <content>Linear maps and transformer layers over <c>[batch, positions, features]</c>.</content>
internal sealed partial class NetworkBuilder
{
    /// <summary><c>Gemm</c> over <c>[batch, features]</c>.</summary>
    public Value Linear(Value x, int width)
    {
        Macs += x.Shape[0] * x.Shape[1] * width;
        string[] inputs = [x.Name, Weight("weight", width, x.Shape[1]), Weight("bias", width)];
        return NodeOf("Gemm", inputs, [x.Shape[0], width], Attribute("alpha", 1f), Attribute("beta", 1f), Attribute("transB", 1L));
    }

    /// <summary><c>MatMul</c> and <c>Add</c> over the last dimension.</summary>
    public Value Project(Value x, int width)
    {
        Macs += x.Elements * width;
        var product = NodeOf("MatMul", [x.Name, Weight("weight", x.Shape[^1], width)], [.. x.Shape[..^1], width]);
        return NodeOf("Add", [Weight("bias", width), product.Name], product.Shape);
    }

    /// <summary><c>MatMul</c> over the last dimension, without bias.</summary>
    public Value ProjectWithoutBias(Value x, int width)
    {
        Macs += x.Elements * width;
        return NodeOf("MatMul", [x.Name, Weight("weight", x.Shape[^1], width)], [.. x.Shape[..^1], width]);
    }

    /// <summary>Layer normalisation over the last dimension.</summary>
    public Value LayerNormalization(Value x)
    {
        string[] inputs = [x.Name, Weight("scale", x.Shape[^1]), Weight("bias", x.Shape[^1])];
        return NodeOf("LayerNormalization", inputs, x.Shape, Attribute("axis", -1L), Attribute("epsilon", 1e-5f));
    }

    /// <summary>Multi-head self-attention written out in single operations, as exporters do.</summary>
    public Value SelfAttention(Value x, int heads)
    {
        int width = (int)x.Shape[2];
        long n = x.Shape[0], t = x.Shape[1], d = width / heads;
        var query = Transpose(Reshape(Project(x, width), n, t, heads, d), 0, 2, 1, 3);
        var key = Transpose(Reshape(Project(x, width), n, t, heads, d), 0, 2, 3, 1);
        var value = Transpose(Reshape(Project(x, width), n, t, heads, d), 0, 2, 1, 3);
        var scores = Softmax(Scale(MatrixProduct(query, key), 1 / MathF.Sqrt(d)));
        var mixed = Reshape(Transpose(MatrixProduct(scores, value), 0, 2, 1, 3), n, t, width);
        return Project(mixed, width);
    }

    /// <summary>Two linear maps with an activation between.</summary>
    public Value FeedForward(Value x, int inner, Activation activation) =>
        Project(Activate(Project(x, inner), activation), (int)x.Shape[^1]);

    /// <summary>The matrix product over the last two dimensions; <paramref name="b"/> is the same for all of <paramref name="a"/> or has its leading dimensions.</summary>
    public Value MatrixProduct(Value a, Value b)
    {
        Macs += a.Elements * b.Shape[^1];
        return Node("MatMul", [a, b], [.. a.Shape[..^1], b.Shape[^1]]);
    }
}
