using NarFormer.Graphs;
using NarFormer.Onnx.Reading;

namespace NarFormer.Onnx.Shapes;

/// <summary>What a shape rule sees of a node, and where it puts what it finds.</summary>
internal sealed class RuleContext(GraphNode node, Fact?[] inputs, IReadOnlyList<Fact[]> subgraphOutputs, BatchChange? batch, OnnxLimits limits)
{
    private readonly Fact?[] _outputs = new Fact?[node.Outputs.Length];

    /// <summary>The node.</summary>
    public GraphNode Node => node;

    /// <summary>How many inputs the node lists.</summary>
    public int InputCount => inputs.Length;

    /// <summary>What the subgraphs of a control-flow node give.</summary>
    public IReadOnlyList<Fact[]> SubgraphOutputs => subgraphOutputs;

    /// <summary>The batch that the reader's caller asked for in place of the file's, if any.</summary>
    public BatchChange? Batch => batch;

    /// <summary>What was found of the outputs.</summary>
    public IReadOnlyList<Fact?> Outputs => _outputs;

    /// <summary>Whether every input depends on stored values alone, and there is one.</summary>
    public bool AllConstant { get; } = subgraphOutputs.Count == 0 && ConstantsOnly(inputs);

    /// <summary>Whether input <paramref name="index"/> is there.</summary>
    public bool Has(int index) => index < inputs.Length && inputs[index] is not null;

    /// <summary>Input <paramref name="index"/>.</summary>
    public Fact Input(int index) => Has(index) ? inputs[index]! : throw new UnresolvedException($"input {index} is missing", contradiction: true);

    /// <summary>The dimensions of input <paramref name="index"/>, all known.</summary>
    public long[] Shape(int index) => Input(index) is { IsKnown: true, Shape: { } shape } ? shape : throw Unknown(index);

    /// <summary>The element type of input <paramref name="index"/>.</summary>
    public ElementType Type(int index) => Has(index) ? inputs[index]!.Type : ElementType.Undefined;

    /// <summary>The integers that input <paramref name="index"/> holds.</summary>
    public long[] Integers(int index) => Input(index).Integers ?? throw new UnresolvedException($"the values of input {index} depend on the network's input", contradiction: false);

    /// <summary>The integers of an attribute that later versions of the operator made an input; <see langword="null"/> if there is neither.</summary>
    public long[]? AttributeOrInput(string attribute, int index) => node.Integers(attribute) ?? (Has(index) ? Integers(index) : null);

    /// <summary>An axis counted from the front.</summary>
    public static int Axis(long axis, int rank) =>
        axis >= -rank && axis < rank ? (int)(axis < 0 ? axis + rank : axis) : throw Contradiction($"axis {axis} of a tensor of rank {rank}");

    /// <summary>States what output <paramref name="index"/> is.</summary>
    public void Set(int index, ElementType type, long[]? shape, double[]? values = null, bool constant = false)
    {
        if (index >= _outputs.Length) return;
        if (shape?.Length > limits.Rank) throw Contradiction($"{shape.Length} dimensions");
        if (shape is not null && shape.Any(d => d < TensorShape.Unknown)) throw Contradiction($"dimensions {string.Join('x', shape)}");
        if (values?.Length > TensorValues.Limit) values = null;
        _outputs[index] = new Fact { Type = type, Shape = shape, Values = values, IsConstant = constant || AllConstant };
    }

    /// <summary>States that output <paramref name="index"/> is the same as <paramref name="fact"/>.</summary>
    public void Set(int index, Fact fact) => Set(index, fact.Type, fact.Shape, fact.Values, fact.IsConstant);

    /// <summary>The error that what the file says contradicts itself.</summary>
    public static UnresolvedException Contradiction(string reason) => new(reason, contradiction: true);

    private static bool ConstantsOnly(Fact?[] inputs)
    {
        bool any = false;
        foreach (var input in inputs)
        {
            if (input is { IsConstant: false }) return false;
            any |= input is not null;
        }

        return any;
    }

    private static UnresolvedException Unknown(int index) => new($"the shape of input {index} is not known", contradiction: false);
}
