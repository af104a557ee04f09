using NarFormer.Onnx.Schema;

namespace NarFormer.Page.Tests.Browser;

/// <summary>Networks of any size.</summary>
internal static class LargeNetwork
{
    private static readonly string[] Gate = ["Relu", "Sigmoid", "Tanh", "Mul", "Add"];

    /// <summary>A chain of gates with a way around each: five nodes a gate.</summary>
    public static ModelProto OfGates(int nodes)
    {
        var graph = new GraphProto { Name = "gates", Input = { Value("x") }, Output = { Value($"y{nodes - 1}") } };
        for (int i = 0; i < nodes; i++)
        {
            string block = i < Gate.Length ? "x" : $"y{(i / Gate.Length * Gate.Length) - 1}";
            string[] inputs = (i % Gate.Length) switch
            {
                0 => [block],
                1 => [$"y{i - 1}"],
                2 => [$"y{i - 2}"],
                3 => [$"y{i - 2}", $"y{i - 1}"],
                _ => [$"y{i - 1}", block],
            };
            graph.Node.Add(new NodeProto { Name = $"{Gate[i % Gate.Length]}_{i}", OpType = Gate[i % Gate.Length], Input = { inputs }, Output = { $"y{i}" } });
        }

        return new ModelProto { IrVersion = 8, OpsetImport = { new OperatorSetIdProto { Version = 17 } }, Graph = graph };
    }

    private static ValueInfoProto Value(string name) => new()
    {
        Name = name,
        Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = 1, Shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimValue = 1 }, new TensorShapeProto.Types.Dimension { DimValue = 64 } } } } },
    };
}
