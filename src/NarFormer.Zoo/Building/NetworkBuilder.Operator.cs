using System.Runtime.InteropServices;
using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Zoo.Building;

/// <content>Any operator of the standard, with inputs and constants of any type.</content>
internal sealed partial class NetworkBuilder
{
    /// <summary>An optional input that is left out.</summary>
    public static Value Omitted { get; } = new("");

    /// <summary>Uses an operator set of at least <paramref name="version"/>.</summary>
    public void Require(int version) => Opset = Math.Max(Opset, version);

    /// <summary>Counts multiply-accumulate operations of <see cref="Apply"/>.</summary>
    public void Count(long macs) => Macs += macs;

    /// <summary>Declares one more network input.</summary>
    public Value NextInput(ElementType type, params long[] shape) => Input($"input_{_graph.Input.Count}", type, shape);

    /// <summary>The first output, of <paramref name="shape"/>, of an operator. Attributes are numbers, lists of whole numbers or text.</summary>
    public Value Apply(string type, Value[] inputs, long[] shape, params (string Name, object Content)[] attributes) =>
        Node(type, inputs, shape, [.. attributes.Select(a => AttributeOf(a.Name, a.Content))]);

    /// <summary>One more output of the node added last, whose first is <paramref name="first"/>.</summary>
    public Value NextOutput(Value first, params long[] shape)
    {
        var outputs = _graph.Node[^1].Output;
        var output = new Value($"{first.Name}_{outputs.Count + 1}", shape);
        outputs.Add(output.Name);
        return output;
    }

    /// <summary>A learned tensor.</summary>
    public Value Learned(string role, params long[] shape) => new(Weight(role, shape), shape);

    /// <summary>A learned tensor of <paramref name="type"/>.</summary>
    public Value Learned(string role, ElementType type, params long[] shape) => new(Weight(role, type, shape), shape) { Type = type };

    /// <summary>A list of whole numbers.</summary>
    public Value Integers(params long[] values) => new(Constant(values), values.Length) { Type = ElementType.Int64 };

    /// <summary>A whole number.</summary>
    public Value Integer(long value) => new(ScalarIndex(value)) { Type = ElementType.Int64 };

    /// <summary>A number.</summary>
    public Value Number(float value) => new(Constant(value));

    /// <summary>A list of numbers.</summary>
    public Value Numbers(params float[] values) => new(ConstantVector(values), values.Length);

    /// <summary>Whole numbers that are stored with the network, in <paramref name="shape"/>.</summary>
    public Value Stored(long[] values, params long[] shape) =>
        new(SharedConstant($"indices_{_graph.Initializer.Count}", ElementType.Int64, shape, MemoryMarshal.AsBytes(values.AsSpan())), shape) { Type = ElementType.Int64 };

    /// <summary>Numbers that are stored with the network, in <paramref name="shape"/>.</summary>
    public Value Stored(float[] values, params long[] shape) =>
        new(SharedConstant($"numbers_{_graph.Initializer.Count}", ElementType.Float32, shape, MemoryMarshal.AsBytes(values.AsSpan())), shape);

    /// <summary>Zeros of a type of one byte an element.</summary>
    public Value Zeros(ElementType type, params long[] shape) =>
        new(SharedConstant($"zeros_{type}_{string.Join('_', shape)}", type, shape, new byte[shape.Aggregate(1L, (product, dimension) => product * dimension)]), shape) { Type = type };

    /// <summary>What <paramref name="step"/> adds and gives, or null and no change if it is unfit.</summary>
    public Value[]? Attempt(Func<Value[]> step)
    {
        int nodes = _graph.Node.Count, inputs = _graph.Input.Count, initializers = _graph.Initializer.Count, opset = Opset;
        long macs = Macs, parameters = Parameters;
        try
        {
            return step();
        }
        catch (UnfitException)
        {
            while (_graph.Node.Count > nodes) _graph.Node.RemoveAt(_graph.Node.Count - 1);
            while (_graph.Input.Count > inputs) _graph.Input.RemoveAt(_graph.Input.Count - 1);
            while (_graph.Initializer.Count > initializers)
            {
                _constants.Remove(_graph.Initializer[^1].Name);
                _graph.Initializer.RemoveAt(_graph.Initializer.Count - 1);
            }

            (Opset, Macs, Parameters) = (opset, macs, parameters);
            return null;
        }
    }

    private static AttributeProto AttributeOf(string name, object content) => content switch
    {
        int value => Attribute(name, (long)value),
        long value => Attribute(name, value),
        float value => Attribute(name, value),
        string value => Attribute(name, value),
        long[] values => Attribute(name, values),
        _ => throw new ArgumentException($"attribute '{name}' is a {content.GetType()}", nameof(content)),
    };
}
