using System.Runtime.InteropServices;
using Google.Protobuf;
using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Zoo.Building;

/// <summary>
/// Writes an ONNX graph node by node and follows the shapes, so that weights get their dimensions. Weights carry no
/// values; the small constants that shapes and scalars need do. The layers are in the other files of this folder.
/// </summary>
internal sealed partial class NetworkBuilder
{
    private readonly GraphProto _graph = new();
    private readonly Dictionary<string, string> _constants = new(StringComparer.Ordinal);
    private readonly int _batch;

    /// <summary>Starts an empty network for inputs of <paramref name="batch"/> samples.</summary>
    public NetworkBuilder(int batch) => _batch = batch;

    /// <summary>Whether batch normalisation is folded into convolutions, as most exporters do.</summary>
    public bool FoldsBatchNormalization { get; init; } = true;

    /// <summary>Multiply-accumulate operations so far, batch included.</summary>
    public long Macs { get; private set; }

    /// <summary>Weights so far.</summary>
    public long Parameters { get; private set; }

    /// <summary>Nodes so far.</summary>
    public int NodeCount => _graph.Node.Count;

    /// <summary>The samples of one run.</summary>
    public int Batch => _batch;

    /// <summary>The version of the operator set.</summary>
    public int Opset { get; private set; } = 17;

    /// <summary>Declares a network input.</summary>
    public Value Input(string name, ElementType type, params long[] shape)
    {
        _graph.Input.Add(Declaration(name, type, shape));
        return new Value(name, shape) { Type = type };
    }

    /// <summary>Declares an image input <c>[batch, channels, size, size]</c>.</summary>
    public Value Image(int size, int channels = 3) => Input("input", ElementType.Float32, _batch, channels, size, size);

    /// <summary>Declares that <paramref name="value"/> is what the network gives.</summary>
    public void Output(Value value) => _graph.Output.Add(Declaration(value.Name, value.Type, value.Shape));

    /// <summary>The finished model of a family.</summary>
    public ModelProto Finish(string family, ulong seed) => Finish($"{family}-{seed}", ("family", family), ("seed", $"{seed}"));

    /// <summary>The finished model.</summary>
    public ModelProto Finish(string name, params (string Key, string Value)[] metadata)
    {
        _graph.Name = name;
        return new ModelProto
        {
            IrVersion = Opset switch { < 19 => 8, < 21 => 9, _ => 10 },
            ProducerName = "NarFormer.Zoo",
            Graph = _graph,
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = Opset } },
            MetadataProps = { metadata.Select(m => new StringStringEntryProto { Key = m.Key, Value = m.Value }) },
        };
    }

    private Value Node(string type, Value[] inputs, long[] shape, params AttributeProto[] attributes) =>
        NodeOf(type, [.. inputs.Select(i => i.Name)], shape, attributes);

    private Value NodeOf(string type, string[] inputs, long[] shape, params AttributeProto[] attributes)
    {
        string name = $"{type}_{NodeCount}";
        var output = new Value(name + "_output", shape);
        var node = new NodeProto { Name = name, OpType = type };
        node.Input.Add(inputs);
        node.Output.Add(output.Name);
        node.Attribute.Add(attributes);
        _graph.Node.Add(node);
        return output;
    }

    private string Weight(string role, params long[] shape) => Weight(role, ElementType.Float32, shape);

    private string Weight(string role, ElementType type, long[] shape)
    {
        string name = $"{role}_{_graph.Initializer.Count}";
        var tensor = new TensorProto { Name = name, DataType = (int)type };
        tensor.Dims.Add(shape);
        _graph.Initializer.Add(tensor);
        Parameters += shape.Aggregate(1L, (product, dimension) => product * dimension);
        return name;
    }

    private string Constant(params long[] values) =>
        SharedConstant("shape_" + string.Join('_', values), ElementType.Int64, [values.Length], MemoryMarshal.AsBytes(values.AsSpan()));

    private string Constant(float value) =>
        SharedConstant("scalar_" + BitConverter.SingleToInt32Bits(value).ToString("x8"), ElementType.Float32, [], MemoryMarshal.AsBytes([value]));

    private string ConstantVector(params float[] values) =>
        SharedConstant("vector_" + string.Join('_', values.Select(v => BitConverter.SingleToInt32Bits(v).ToString("x8"))), ElementType.Float32, [values.Length], MemoryMarshal.AsBytes(values.AsSpan()));

    private string SharedConstant(string name, ElementType type, long[] shape, ReadOnlySpan<byte> data)
    {
        if (_constants.TryAdd(name, name))
        {
            var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(data) };
            tensor.Dims.Add(shape);
            _graph.Initializer.Add(tensor);
        }

        return name;
    }

    private static ValueInfoProto Declaration(string name, ElementType type, long[] shape)
    {
        var dimensions = new TensorShapeProto();
        dimensions.Dim.Add(shape.Select(d => new TensorShapeProto.Types.Dimension { DimValue = d }));
        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = dimensions } },
        };
    }

    private static AttributeProto Attribute(string name, long value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    private static AttributeProto Attribute(string name, float value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Float, F = value };

    private static AttributeProto Attribute(string name, string value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    private static AttributeProto Attribute(string name, params long[] values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.Add(values);
        return attribute;
    }
}
