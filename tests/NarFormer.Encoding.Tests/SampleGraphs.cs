using CsCheck;
using NarFormer.Graphs;

namespace NarFormer.Encoding.Tests;

/// <summary>Small networks for tests.</summary>
internal static class SampleGraphs
{
    private static readonly string[] Operators =
        ["Conv", "Relu", "Add", "MatMul", "Gemm", "Concat", "Transpose", "Reshape", "ReduceMean", "Softmax", "MaxPool", "NobodyKnowsThis", "Split", "Resize"];

    private static readonly Gen<NetworkTensor> Tensors = Gen.Select(
        Gen.Enum<ElementType>(), Gen.Long[-1, 5_000].Array[0, 6], Gen.Bool,
        (type, dimensions, known) => new NetworkTensor("", TensorKind.Computed, type, known ? new TensorShape(dimensions) : null));

    private static readonly Gen<(string Operator, NetworkTensor Output, NetworkTensor Weight, int[] Reads, long[] Numbers)> Nodes = Gen.Select(
        Gen.Int[0, Operators.Length - 1].Select(i => Operators[i]), Tensors, Tensors, Gen.Int[0, 1_000].Array[0, 3], Gen.Long[-3, 9].Array[0, 5]);

    /// <summary>Networks of 1 to 20 nodes with any operators, shapes and attributes, which need not fit each other.</summary>
    public static Gen<NetworkGraph> Any { get; } = Nodes.Array[1, 20].Select(nodes =>
    {
        var input = new NetworkTensor("input", TensorKind.Input, ElementType.Float32, new TensorShape(1, 3, 32, 32));
        var made = new List<NetworkTensor> { input };
        var graph = new List<NetworkNode>();
        foreach (var (name, output, weight, reads, numbers) in nodes)
        {
            var result = output with { Name = $"value{graph.Count}" };
            graph.Add(new NetworkNode
            {
                Name = $"node{graph.Count}",
                Operator = name,
                Inputs = [.. reads.Select(r => made[r % made.Count]), weight with { Name = $"weight{graph.Count}", Kind = TensorKind.Constant }],
                Outputs = [result],
                Attributes = new Dictionary<string, AttributeValue>
                {
                    ["kernel_shape"] = new AttributeValue.Integers(numbers),
                    ["pads"] = new AttributeValue.Integers(numbers),
                    ["perm"] = new AttributeValue.Integers(numbers),
                    ["axis"] = new AttributeValue.Integer(numbers.FirstOrDefault()),
                    ["group"] = new AttributeValue.Integer(numbers.LastOrDefault()),
                },
            });
            made.Add(result);
        }

        return new NetworkGraph("any", 17, [input], [made[^1]], graph, []);
    });

    /// <summary>A node with one output <c>NAME</c> of <paramref name="shape"/>.</summary>
    public static NetworkNode Node(string type, string name, TensorShape? shape, NetworkTensor?[] inputs, params (string Name, AttributeValue Value)[] attributes) => new()
    {
        Name = name,
        Operator = type,
        Inputs = inputs,
        Outputs = [new NetworkTensor(name, TensorKind.Computed, ElementType.Float32, shape)],
        Attributes = attributes.ToDictionary(a => a.Name, a => a.Value),
    };

    /// <summary>A given or stored tensor of 32-bit floats.</summary>
    public static NetworkTensor Tensor(string name, TensorKind kind, params long[] shape) => new(name, kind, ElementType.Float32, new TensorShape(shape));

    /// <summary>A convolution of 3 to 16 channels, a depthwise one, a pointwise one, an activation and a residual sum on 32×32 pixels.</summary>
    public static NetworkGraph Separable()
    {
        var input = Tensor("input", TensorKind.Input, 1, 3, 32, 32);
        var shape = new TensorShape(1, 16, 32, 32);
        var pads = ("pads", (AttributeValue)new AttributeValue.Integers([1, 1, 1, 1]));
        var first = Node("Conv", "first", shape, [input, Tensor("w1", TensorKind.Constant, 16, 3, 3, 3)], ("kernel_shape", new AttributeValue.Integers([3, 3])), pads);
        var depthwise = Node("Conv", "depthwise", shape, [first.Outputs[0], Tensor("w2", TensorKind.Constant, 16, 1, 3, 3)], ("group", new AttributeValue.Integer(16)), pads);
        var pointwise = Node("Conv", "pointwise", shape, [depthwise.Outputs[0], Tensor("w3", TensorKind.Constant, 16, 16, 1, 1), Tensor("b3", TensorKind.Constant, 16)]);
        var activation = Node("Relu", "activation", shape, [pointwise.Outputs[0]]);
        var sum = Node("Add", "sum", shape, [activation.Outputs[0], first.Outputs[0]]);
        return new NetworkGraph("separable", 17, [input], [sum.Outputs[0]!], [first, depthwise, pointwise, activation, sum], []);
    }
}
