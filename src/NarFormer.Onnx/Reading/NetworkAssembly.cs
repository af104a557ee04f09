using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Makes the graph that readers see of the flat one: constants leave, tensors get their types.</summary>
internal sealed class NetworkAssembly
{
    private readonly FlatGraph _flat;
    private readonly Dictionary<string, Fact> _facts;
    private readonly bool _fold;
    private readonly HashSet<string> _results;
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NetworkTensor> _tensors = new(StringComparer.Ordinal);

    public NetworkAssembly(FlatGraph flat, Dictionary<string, Fact> facts, bool fold, IEnumerable<string> results)
    {
        _flat = flat;
        _facts = facts;
        _fold = fold;
        _results = [.. results];
    }

    /// <summary>The nodes that stay, in topological order.</summary>
    public IReadOnlyList<NetworkNode> Nodes()
    {
        var nodes = new List<NetworkNode>(_flat.Nodes.Count);
        foreach (var node in _flat.Nodes)
        {
            if (_fold && (IsConstant(node) || IsPassedThrough(node))) continue;
            nodes.Add(new NetworkNode
            {
                Name = node.Name,
                Operator = node.Operator,
                Domain = node.Domain,
                Attributes = AttributeReading.Of(node.Proto),
                Inputs = [.. node.Inputs.Concat(node.SubgraphOutputs.SelectMany(o => o)).Select(Optional)],
                Outputs = [.. node.Outputs.Select(Optional)],
                Depth = node.Depth,
            });
        }

        return nodes;
    }

    /// <summary>The declared outputs of the main graph.</summary>
    /// <exception cref="OnnxException">Nothing makes an output.</exception>
    public IReadOnlyList<NetworkTensor> Outputs(IEnumerable<ValueInfoProto> outputs) =>
        [.. outputs.Select(o => _facts.ContainsKey(o.Name) ? Tensor(o.Name) : throw new OnnxException($"output '{o.Name}' is made by no node"))];

    /// <summary>The tensor called <paramref name="name"/>.</summary>
    public NetworkTensor Tensor(string name)
    {
        while (_aliases.TryGetValue(name, out string? source)) name = source;
        if (_tensors.TryGetValue(name, out var tensor)) return tensor;
        var fact = _facts[name];
        var kind = fact.IsInput ? TensorKind.Input : fact.IsConstant ? TensorKind.Constant : TensorKind.Computed;
        bool integer = fact.Type is ElementType.Int64 or ElementType.Int32;
        return _tensors[name] = new NetworkTensor(name, kind, fact.Type, fact.Shape is null ? null : new TensorShape(fact.Shape)) { IntegerValues = integer ? fact.Integers : null };
    }

    private NetworkTensor? Optional(string name) => name.Length == 0 ? null : Tensor(name);

    private bool IsConstant(GraphNode node) => node.Outputs.Length > 0 && node.Outputs.All(o => o.Length == 0 || _facts[o].IsConstant) && node.Operator != "DequantizeLinear";

    private bool IsPassedThrough(GraphNode node)
    {
        bool inert = node.Domain.Length == 0 && (node.Operator == "Identity" || (node.Operator == "Dropout" && node.Inputs.Length < 3));
        if (!inert || _results.Contains(node.Outputs[0]) || node.Inputs.Length == 0 || node.Inputs[0].Length == 0 || node.Outputs.Skip(1).Any(o => o.Length > 0)) return false;
        _aliases[node.Outputs[0]] = node.Inputs[0];
        return true;
    }
}
