using NarFormer.Graphs;

namespace NarFormer.Encoding.Tests.Universal.Fusion;

/// <summary>Draws a network operation by operation and reads its features by the names of operations.</summary>
internal sealed class Sketch
{
    private static readonly UniversalEncoding Encoding = new();

    private readonly List<NetworkNode> _nodes = [];
    private readonly NetworkTensor _input;
    private EncodedNetwork? _encoded;

    /// <summary>Begins with an input of <paramref name="shape"/>.</summary>
    public Sketch(params long[] shape) => _input = SampleGraphs.Tensor("input", TensorKind.Input, shape);

    /// <summary>The input.</summary>
    public NetworkTensor Input => _input;

    /// <summary>A stored tensor of <paramref name="shape"/>.</summary>
    public static NetworkTensor Stored(params long[] shape) => SampleGraphs.Tensor($"stored{string.Join('x', shape)}", TensorKind.Constant, shape);

    /// <summary>Adds an operation <paramref name="name"/>, whose operator is what stands before a dot in it, and gives its output.</summary>
    public NetworkTensor Add(string name, long[] shape, NetworkTensor[] inputs, params (string, AttributeValue)[] attributes)
    {
        string type = name.Split('.')[0];
        _nodes.Add(SampleGraphs.Node(type, name, new TensorShape(shape), inputs, attributes));
        return _nodes[^1].Outputs[0]!;
    }

    /// <summary>Feature <paramref name="feature"/> of operation <paramref name="name"/>.</summary>
    public float Feature(string name, string feature)
    {
        _encoded ??= Encoding.Encode(new NetworkGraph("sketch", 17, [_input], [_nodes[^1].Outputs[0]!], _nodes, []));
        int node = _nodes.FindIndex(n => n.Name == name);
        return _encoded.NodeFeatures[(node * _encoded.FeatureCount) + Encoding.NodeFeature(feature)!.Value];
    }

    /// <summary>The operations whose <c>kernel.</c> feature <paramref name="work"/> is set.</summary>
    public string With(string work) => string.Join(' ', _nodes.Where(n => Feature(n.Name, "kernel." + work) > 0).Select(n => n.Name));
}
