using System.Runtime.InteropServices;
using Google.Protobuf;
using NarFormer.Onnx.Schema;

namespace NarFormer.Export;

/// <summary>Writes an ONNX graph node by node; every method returns the name of the value that it makes.</summary>
internal sealed class GraphWriter
{
    private const int SmallestHalfMatrix = 1024;

    private readonly NamedWeights _weights;
    private readonly WeightPrecision _precision;
    private readonly string _prefix;
    private readonly HashSet<string> _constants;
    private readonly GraphProto _whole;

    /// <summary>Begins a graph with <paramref name="weights"/>.</summary>
    public GraphWriter(NamedWeights weights, WeightPrecision precision)
        : this(weights, precision, "", [], new GraphProto())
    {
    }

    private GraphWriter(NamedWeights weights, WeightPrecision precision, string prefix, HashSet<string> constants, GraphProto graph, GraphProto? whole = null)
    {
        _weights = weights;
        _precision = precision;
        _prefix = prefix;
        _constants = constants;
        Graph = graph;
        _whole = whole ?? graph;
    }

    /// <summary>Goes on with <paramref name="graph"/>, which <see cref="GraphWriter"/> has written, with <paramref name="weights"/> whose names there begin with <paramref name="prefix"/>.</summary>
    public static GraphWriter Onto(GraphProto graph, NamedWeights weights, string prefix) =>
        new(weights, WeightPrecision.Single, prefix, graph.Initializer.Select(i => i.Name).ToHashSet(StringComparer.Ordinal), graph);

    /// <summary>The graph so far.</summary>
    public GraphProto Graph { get; }

    // Names of values are unique in a graph and all bodies in it.
    private string Path => ReferenceEquals(Graph, _whole) ? "" : Graph.Name + "/";

    /// <summary>Writes into the same graph with other weights, whose names there begin with <paramref name="prefix"/>.</summary>
    public GraphWriter With(NamedWeights weights, string prefix) => new(weights, _precision, prefix, _constants, Graph, _whole);

    /// <summary>Begins a body for an operator of this graph. It may use what is written here so far, and its constants are those of the whole graph.</summary>
    public GraphWriter Body(string name) =>
        new(_weights, _precision, _prefix, _constants, new GraphProto { Name = $"{Path}{name} {Graph.Node.Count}" }, _whole);

    /// <summary>A node of <paramref name="op"/> (ONNX operator spec, opset 23) with one output.</summary>
    public string Node(string op, string[] inputs, params ReadOnlySpan<AttributeProto> attributes) => Nodes(op, inputs, 1, attributes)[0];

    /// <summary>A node of <paramref name="op"/> with several outputs.</summary>
    public string[] Nodes(string op, string[] inputs, int outputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = op, Name = $"{Path}{op}_{Graph.Node.Count}" };
        node.Input.AddRange(inputs);
        foreach (var attribute in attributes) node.Attribute.Add(attribute);
        for (int i = 0; i < outputs; i++) node.Output.Add($"{node.Name}_out{(i == 0 ? "" : $" {i}")}");
        Graph.Node.Add(node);
        return [.. node.Output];
    }

    /// <summary>The weight <paramref name="parameter"/> of <paramref name="shape"/>.</summary>
    public string Weight(string parameter, params long[] shape)
    {
        string name = _prefix + parameter;
        if (!_constants.Add(name)) return name;
        float[] values = _weights.Take(parameter, shape);
        if (_precision == WeightPrecision.Single || shape.Length < 2 || values.Length < SmallestHalfMatrix)
        {
            AddConstant(name, ElementKind.Single, MemoryMarshal.AsBytes<float>(values), shape);
            return name;
        }

        var halves = new Half[values.Length];
        for (int i = 0; i < halves.Length; i++) halves[i] = (Half)values[i];
        AddConstant(name + ".half", ElementKind.Half, MemoryMarshal.AsBytes<Half>(halves), shape);
        var cast = new NodeProto { OpType = "Cast", Name = name + ".cast", Input = { name + ".half" }, Output = { name } };
        cast.Attribute.Add(Integer("to", (long)ElementKind.Single));
        _whole.Node.Add(cast);
        return name;
    }

    /// <summary>A constant of one value everywhere; without <paramref name="shape"/> a single number.</summary>
    public string Number(float value, params long[] shape)
    {
        string name = $"number {value:R} [{string.Join(' ', shape)}]";
        if (!_constants.Add(name)) return name;
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        Array.Fill(values, value);
        AddConstant(name, ElementKind.Single, MemoryMarshal.AsBytes<float>(values), shape);
        return name;
    }

    /// <summary>A constant list of integers.</summary>
    public string List(params long[] values)
    {
        string name = $"list {string.Join(' ', values)}";
        if (_constants.Add(name)) AddConstant(name, ElementKind.Int64, MemoryMarshal.AsBytes<long>(values), values.Length);
        return name;
    }

    /// <summary>Declares a graph input; a dimension is a name or a number.</summary>
    public string Input(string name, ElementKind kind, params string[] dimensions)
    {
        Graph.Input.Add(Declare(name, kind, dimensions));
        return name;
    }

    /// <summary>Declares that <paramref name="value"/> is the graph's output <paramref name="name"/>.</summary>
    public void Output(string name, string value, params string[] dimensions)
    {
        Graph.Node.Add(new NodeProto { OpType = "Identity", Name = name, Input = { value }, Output = { name } });
        Graph.Output.Add(Declare(name, ElementKind.Single, dimensions));
    }

    /// <summary>Declares that <paramref name="value"/> is the next output of this body.</summary>
    public void Result(string value, params string[] dimensions) => Graph.Output.Add(Declare(value, ElementKind.Single, dimensions));

    /// <summary>An attribute that is a body.</summary>
    public static AttributeProto Body(string name, GraphWriter body) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Graph, G = body.Graph };

    /// <summary>An integer attribute.</summary>
    public static AttributeProto Integer(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    /// <summary>An attribute of integers.</summary>
    public static AttributeProto Integers(string name, params long[] values) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { values } };

    /// <summary>A number attribute.</summary>
    public static AttributeProto Real(string name, float value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Float, F = value };

    /// <summary>A text attribute.</summary>
    public static AttributeProto Text(string name, string value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    private static ValueInfoProto Declare(string name, ElementKind kind, string[] dimensions)
    {
        var shape = new TensorShapeProto();
        foreach (string dimension in dimensions)
        {
            shape.Dim.Add(long.TryParse(dimension, out long size)
                ? new TensorShapeProto.Types.Dimension { DimValue = size }
                : new TensorShapeProto.Types.Dimension { DimParam = dimension });
        }

        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)kind, Shape = shape } } };
    }

    private void AddConstant(string name, ElementKind kind, ReadOnlySpan<byte> bytes, params long[] shape) =>
        _whole.Initializer.Add(new TensorProto { Name = name, DataType = (int)kind, Dims = { shape }, RawData = ByteString.CopyFrom(bytes) });
}
