using NarFormer.Graphs.Costs;

namespace NarFormer.Graphs.Tests.Costs;

/// <summary>Short ways to write nodes for tests of costs.</summary>
internal static class Sketch
{
    public static NetworkTensor Input(string name, params long[] shape) => new(name, TensorKind.Input, ElementType.Float32, new TensorShape(shape));

    public static NetworkTensor Computed(string name, params long[] shape) => new(name, TensorKind.Computed, ElementType.Float32, new TensorShape(shape));

    public static NetworkTensor Weight(string name, params long[] shape) => new(name, TensorKind.Constant, ElementType.Float32, new TensorShape(shape));

    public static NetworkTensor Weight(string name, ElementType type, params long[] shape) => new(name, TensorKind.Constant, type, new TensorShape(shape));

    public static NetworkNode Node(string type, NetworkTensor?[] inputs, NetworkTensor output, params (string Name, AttributeValue Value)[] attributes) => new()
    {
        Name = output.Name,
        Operator = type,
        Inputs = inputs,
        Outputs = [output],
        Attributes = attributes.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal),
    };

    public static NetworkGraph Graph(params NetworkNode[] nodes)
    {
        var inputs = nodes.SelectMany(n => n.Inputs).OfType<NetworkTensor>().Where(t => t.Kind == TensorKind.Input).Distinct();
        return new NetworkGraph("sketch", 17, [.. inputs], [nodes[^1].Outputs[0]!], nodes, []);
    }

    public static NodeCost Cost(string type, NetworkTensor?[] inputs, NetworkTensor output, params (string Name, AttributeValue Value)[] attributes) =>
        NetworkCost.Of(Graph(Node(type, inputs, output, attributes))).Nodes[0];

    public static (string Name, AttributeValue Value) Set(string name, long value) => (name, new AttributeValue.Integer(value));

    public static (string Name, AttributeValue Value) Set(string name, string value) => (name, new AttributeValue.Text(value));

    public static (string Name, AttributeValue Value) Set(string name, params long[] values) => (name, new AttributeValue.Integers(values));
}
