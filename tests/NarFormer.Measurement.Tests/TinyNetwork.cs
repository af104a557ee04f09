using Google.Protobuf;
using NarFormer.Onnx.Schema;

namespace NarFormer.Measurement.Tests;

/// <summary>A table look-up and a matrix product without weight bytes, with a named dimension.</summary>
internal static class TinyNetwork
{
    public static ModelProto Model() => new()
    {
        IrVersion = 8,
        OpsetImport = { new OperatorSetIdProto { Domain = "", Version = 17 } },
        Graph = new GraphProto
        {
            Name = "tiny",
            Input = { new ValueInfoProto { Name = "tokens", Type = Type(7, new() { DimValue = 1 }, new() { DimParam = "length" }) } },
            Initializer = { Weight("table", 16, 8), Weight("matrix", 8, 4) },
            Node =
            {
                new NodeProto { OpType = "Gather", Name = "look-up", Input = { "table", "tokens" }, Output = { "rows" } },
                new NodeProto { OpType = "MatMul", Name = "map", Input = { "rows", "matrix" }, Output = { "result" } },
            },
            Output = { new ValueInfoProto { Name = "result", Type = Type(1, new() { DimValue = 1 }, new() { DimParam = "length" }, new() { DimValue = 4 }) } },
        },
    };

    public static void Write(string path) => File.WriteAllBytes(path, Model().ToByteArray());

    private static TensorProto Weight(string name, params long[] dimensions) => new() { Name = name, DataType = 1, Dims = { dimensions } };

    private static TypeProto Type(int element, params TensorShapeProto.Types.Dimension[] dimensions) => new()
    {
        TensorType = new TypeProto.Types.Tensor { ElemType = element, Shape = new TensorShapeProto { Dim = { dimensions } } },
    };
}
