using Google.Protobuf;
using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Tests;

/// <summary>Small models for tests.</summary>
internal static class TestModels
{
    public static ModelProto Model(params NodeProto[] nodes)
    {
        var graph = new GraphProto { Name = "test" };
        graph.Node.Add(nodes);
        var model = new ModelProto { IrVersion = 8, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = 17 });
        return model;
    }

    public static ModelProto WithInput(this ModelProto model, string name, params object[] dimensions)
    {
        model.Graph.Input.Add(Value(name, ElementType.Float32, dimensions));
        return model;
    }

    public static ModelProto WithOutput(this ModelProto model, string name)
    {
        model.Graph.Output.Add(new ValueInfoProto { Name = name });
        return model;
    }

    public static ModelProto WithWeight(this ModelProto model, string name, params long[] dimensions)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)ElementType.Float32 };
        tensor.Dims.Add(dimensions);
        model.Graph.Initializer.Add(tensor);
        return model;
    }

    public static ModelProto WithIntegers(this ModelProto model, string name, params long[] values)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)ElementType.Int64, Dims = { values.Length } };
        tensor.Int64Data.Add(values);
        model.Graph.Initializer.Add(tensor);
        return model;
    }

    public static NodeProto Node(string type, string[] inputs, string[] outputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { OpType = type, Name = $"{type}_{outputs[0]}" };
        node.Input.Add(inputs);
        node.Output.Add(outputs);
        node.Attribute.Add(attributes);
        return node;
    }

    public static AttributeProto Integer(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    public static ValueInfoProto Value(string name, ElementType type, params object[] dimensions)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(dimensions.Select(d => d is string text
            ? new TensorShapeProto.Types.Dimension { DimParam = text }
            : new TensorShapeProto.Types.Dimension { DimValue = Convert.ToInt64(d) }));
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } } };
    }

    public static string Save(this ModelProto model, string folder, string name = "model.onnx")
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, model.ToByteArray());
        return path;
    }
}
