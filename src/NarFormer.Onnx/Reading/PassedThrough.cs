namespace NarFormer.Onnx.Reading;

/// <summary>
/// Nodes that hand a tensor on as it is: <c>Identity</c>, <c>Dropout</c> outside training, and <c>If</c> whose condition is
/// known. They are no work, and readers read what they are given.
/// </summary>
internal sealed class PassedThrough
{
    private readonly HashSet<GraphNode> _nodes = [];
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Fact> _facts;
    private readonly HashSet<string> _results;
    private readonly Lazy<HashSet<string>> _read;

    private PassedThrough(IReadOnlyList<GraphNode> nodes, Dictionary<string, Fact> facts, IEnumerable<string> results)
    {
        _read = new(() => nodes.SelectMany(n => n.Read).ToHashSet(StringComparer.Ordinal), LazyThreadSafetyMode.None);
        _facts = facts;
        _results = new HashSet<string>(results, StringComparer.Ordinal);
    }

    /// <summary>No node at all.</summary>
    public static PassedThrough Nothing { get; } = new([], [], []);

    /// <summary>The nodes of <paramref name="flat"/> that hand tensors on.</summary>
    /// <param name="flat">The network.</param>
    /// <param name="facts">What is known of its tensors.</param>
    /// <param name="results">The outputs of the network, which keep their names.</param>
    public static PassedThrough Of(FlatGraph flat, Dictionary<string, Fact> facts, IEnumerable<string> results)
    {
        var passed = new PassedThrough(flat.Nodes, facts, results);
        foreach (var node in flat.Nodes)
        {
            // A constant stays a tensor of its own: exporters store equal weights once and hand them on.
            if (Array.TrueForAll(node.Outputs, o => o.Length == 0 || facts[o].IsConstant)) continue;
            if (passed.Handed(node) is { } handed) passed.Add(node, handed);
        }

        return passed;
    }

    /// <summary>Whether <paramref name="node"/> only hands tensors on.</summary>
    public bool Contains(GraphNode node) => _nodes.Contains(node);

    /// <summary>The tensor that is read where the file says <paramref name="name"/>.</summary>
    public string Resolve(string name)
    {
        while (_aliases.TryGetValue(name, out string? source)) name = source;
        return name;
    }

    // What stands for each output, or null for a node that works.
    private string[]? Handed(GraphNode node)
    {
        if (node.Domain.Length > 0) return null;
        switch (node.Operator)
        {
            case "Identity" or "Dropout" when node.Inputs.Length > 0 && node.Inputs[0].Length > 0 && !IsTraining(node) && node.Outputs.Length > 0 && node.Outputs.Skip(1).All(IsUnused):
                return [.. node.Outputs.Select(_ => node.Inputs[0])];
            case "If" when node.Inputs.Length > 0 && _facts[node.Inputs[0]].Values is [var condition] && node.SubgraphOutputs is [var then, var otherwise]:
                string[] taken = condition != 0 ? then : otherwise;
                return taken.Length >= node.Outputs.Length ? taken : null;
            default:
                return null;
        }
    }

    private bool IsUnused(string output) => output.Length == 0 || (!_read.Value.Contains(output) && !_results.Contains(output));

    private bool IsTraining(GraphNode node) =>
        node.Operator == "Dropout" && node.Inputs.Length > 2 && node.Inputs[2].Length > 0 && _facts[node.Inputs[2]].Values is not [0];

    private void Add(GraphNode node, string[] handed)
    {
        var aliases = new List<(string Name, string Source)>();
        for (int i = 0; i < node.Outputs.Length; i++)
        {
            if (node.Outputs[i].Length == 0) continue;
            if (!_results.Contains(node.Outputs[i])) aliases.Add((node.Outputs[i], handed[i]));
            else if (node.Operator == "If" && CanBeRenamed(handed[i]) && !aliases.Exists(a => a.Name == handed[i])) aliases.Add((handed[i], node.Outputs[i]));
            else return;
        }

        _nodes.Add(node);
        foreach (var (name, source) in aliases) _aliases[name] = source;
    }

    private bool CanBeRenamed(string name) =>
        !_aliases.ContainsKey(name) && !_results.Contains(name) && _facts.TryGetValue(name, out var fact) && fact is { IsInput: false, IsConstant: false };
}
