using NarFormer.Graphs;

namespace NarFormer.Onnx.Reading;

/// <summary>Makes the graph that readers see of the flat one: constants leave, tensors get their types.</summary>
internal sealed class NetworkAssembly
{
    private readonly FlatGraph _flat;
    private readonly Dictionary<string, Fact> _facts;
    private readonly IReadOnlySet<string> _overridable;
    private readonly bool _fold;
    private readonly IReadOnlyList<string> _results;
    private readonly PassedThrough _passed;
    private readonly Dictionary<string, NetworkTensor> _tensors = new(StringComparer.Ordinal);

    public NetworkAssembly(FlatGraph flat, Dictionary<string, Fact> facts, IReadOnlySet<string> overridable, bool fold, IReadOnlyList<string> results)
    {
        _flat = flat;
        _facts = facts;
        _overridable = overridable;
        _fold = fold;
        _results = results;
        _passed = fold ? PassedThrough.Of(flat, facts, results) : PassedThrough.Nothing;
    }

    /// <summary>The nodes that stay, in topological order.</summary>
    public IReadOnlyList<NetworkNode> Nodes()
    {
        var nodes = new List<NetworkNode>(_flat.Nodes.Count);
        foreach (var node in _flat.Nodes)
        {
            if (_fold && IsLeftOut(node)) continue;
            nodes.Add(new NetworkNode
            {
                Name = node.Name,
                Operator = node.Operator,
                Domain = node.Domain,
                Attributes = AttributeReading.Of(node.Proto),
                Inputs = [.. node.Read.Select(Optional)],
                Outputs = [.. node.Outputs.Select(Optional)],
                Depth = node.Depth - (_fold ? node.Branch?.DecidedCount(_facts) ?? 0 : 0),
            });
        }

        return nodes;
    }

    /// <summary>The declared outputs of the main graph.</summary>
    /// <exception cref="OnnxException">Nothing makes an output.</exception>
    public IReadOnlyList<NetworkTensor> Outputs() =>
        [.. _results.Select(o => _facts.ContainsKey(o) ? Tensor(o) : throw new OnnxException($"output '{o}' is made by no node"))];

    /// <summary>The tensor called <paramref name="name"/>.</summary>
    public NetworkTensor Tensor(string name)
    {
        name = _passed.Resolve(name);
        if (_tensors.TryGetValue(name, out var tensor)) return tensor;
        var fact = _facts[name];
        var kind = fact.IsInput ? TensorKind.Input : fact.IsConstant ? TensorKind.Constant : TensorKind.Computed;
        bool integer = fact.Type is ElementType.Int64 or ElementType.Int32;
        return _tensors[name] = new NetworkTensor(name, kind, fact.Type, fact.Shape is null ? null : new TensorShape(fact.Shape))
        {
            IsOverridable = _overridable.Contains(name),
            IntegerValues = integer ? fact.Integers : null,
        };
    }

    private NetworkTensor? Optional(string name) => name.Length == 0 ? null : Tensor(name);

    private bool IsLeftOut(GraphNode node) => _passed.Contains(node) || node.Branch?.IsNeverTaken(_facts) is true || IsConstant(node);

    // A runtime keeps the conversion of a quantised weight, or folds it into the product that reads it.
    private bool IsConstant(GraphNode node) =>
        node.Outputs.Length > 0 && node.Operator != "DequantizeLinear" && Array.TrueForAll(node.Outputs, o => o.Length == 0 || _facts[o].IsConstant);
}
