namespace NarFormer.Zoo.Building;

/// <content>Operations that move data and compute nothing.</content>
internal sealed partial class NetworkBuilder
{
    /// <summary><c>[batch, everything else]</c>.</summary>
    public Value Flatten(Value x) => Node("Flatten", [x], [x.Shape[0], x.Elements / x.Shape[0]], Attribute("axis", 1L));

    /// <summary>The same elements in another shape.</summary>
    public Value Reshape(Value x, params long[] shape) => NodeOf("Reshape", [x.Name, Constant(shape)], shape);

    /// <summary>The dimensions in another order.</summary>
    public Value Transpose(Value x, params long[] order) =>
        Node("Transpose", [x], [.. order.Select(axis => x.Shape[axis])], Attribute("perm", order));

    /// <summary>Tensors joined along <paramref name="axis"/>.</summary>
    public Value Concat(int axis, params Value[] parts)
    {
        long[] shape = [.. parts[0].Shape];
        shape[axis] = parts.Sum(p => p.Shape[axis]);
        return Node("Concat", parts, shape, Attribute("axis", (long)axis));
    }

    /// <summary>Two halves of the channels.</summary>
    public (Value First, Value Second) SplitChannels(Value x)
    {
        long[] half = [.. x.Shape];
        half[1] /= 2;
        var first = NodeOf("Split", [x.Name, Constant(half[1], half[1])], half, Attribute("axis", 1L));
        var second = new Value(first.Name + "_2", half);
        _graph.Node[^1].Output.Add(second.Name);
        return (first, second);
    }

    /// <summary>Channels of two groups interleaved (ShuffleNet).</summary>
    public Value ShuffleChannels(Value x)
    {
        long n = x.Shape[0], c = x.Shape[1], h = x.Shape[2], w = x.Shape[3];
        return Reshape(Transpose(Reshape(x, n, 2, c / 2, h, w), 0, 2, 1, 3, 4), n, c, h, w);
    }

    /// <summary>The first position of <c>[batch, positions, features]</c>.</summary>
    public Value FirstPosition(Value x) => NodeOf("Gather", [x.Name, ScalarIndex(0)], [x.Shape[0], x.Shape[2]], Attribute("axis", 1L));

    /// <summary>A learned vector of <paramref name="width"/> for every index.</summary>
    public Value Embedding(Value indices, int count, int width) =>
        NodeOf("Gather", [Weight("embedding", count, width), indices.Name], [.. indices.Shape, width]);

    /// <summary>A learned <c>[batch, 1, width]</c> token.</summary>
    public Value Token(int width)
    {
        string token = Weight("token", 1, 1, width);
        return NodeOf("Expand", [token, Constant(_batch, 1, width)], [_batch, 1, width]);
    }

    private string ScalarIndex(long index) =>
        SharedConstant("index_" + index, Graphs.ElementType.Int64, [], System.Runtime.InteropServices.MemoryMarshal.AsBytes([index]));
}
