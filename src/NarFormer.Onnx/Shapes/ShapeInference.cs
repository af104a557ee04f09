using NarFormer.Graphs;
using NarFormer.Onnx.Folding;
using NarFormer.Onnx.Reading;

namespace NarFormer.Onnx.Shapes;

/// <summary>Goes through a flat graph once and finds the type, shape and, for small constants, the values of every tensor.</summary>
internal sealed class ShapeInference(FlatGraph graph, Dictionary<string, Fact> facts, BatchChange? batch, OnnxLimits limits)
{
    private readonly List<(GraphNode Node, string Reason)> _contradictions = [];

    /// <summary>Nodes where the file contradicts itself, with the reason.</summary>
    public IReadOnlyList<(GraphNode Node, string Reason)> Contradictions => _contradictions;

    /// <summary>Nodes that can run and have an output of which not every dimension is known.</summary>
    public IReadOnlyList<GraphNode> Unresolved =>
        [.. graph.Nodes.Where(n => n.Outputs.Any(o => o.Length > 0 && !facts[o].IsKnown) && n.Branch?.IsNeverTaken(facts) is not true)];

    /// <summary>What the file or ONNX Runtime says of tensors, used where a rule is missing or does not get through.</summary>
    public Dictionary<string, Fact> Known { get; } = new(StringComparer.Ordinal);

    /// <summary>Infers all nodes.</summary>
    /// <exception cref="OnnxException">A node reads a tensor that nothing makes.</exception>
    /// <exception cref="OperationCanceledException">The call was stopped.</exception>
    public void Run(CancellationToken cancellation)
    {
        _contradictions.Clear();
        foreach (var node in graph.Nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            var context = new RuleContext(node, [.. node.Inputs.Select(name => InputOf(node, name))], [.. node.SubgraphOutputs.Select(o => ResultsOf(node, o))], batch, limits);
            Apply(context);
            for (int i = 0; i < node.Outputs.Length; i++)
            {
                if (node.Outputs[i].Length > 0) facts[node.Outputs[i]] = OutputOf(context, i);
            }
        }
    }

    private void Apply(RuleContext context)
    {
        try
        {
            RuleTable.Standard.Find(context.Node.Domain, context.Node.Operator)?.Invoke(context);
        }
        catch (UnresolvedException e)
        {
            if (e.IsContradiction) Contradicts(context.Node, e.Message);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or OverflowException or DivideByZeroException)
        {
            Contradicts(context.Node, $"its attributes and inputs do not go together ({e.Message})");
        }
    }

    private void Contradicts(GraphNode node, string reason)
    {
        if (node.Branch?.IsNeverTaken(facts) is not true) _contradictions.Add((node, reason));
    }

    private Fact OutputOf(RuleContext context, int index)
    {
        var found = context.Outputs[index];
        if (found is null or { IsKnown: false } && Known.TryGetValue(context.Node.Outputs[index], out var helped) && (helped.IsKnown || found?.Shape is null))
            found = new Fact { Type = helped.Type == ElementType.Undefined ? found?.Type ?? ElementType.Undefined : helped.Type, Shape = helped.Shape, IsConstant = found?.IsConstant ?? context.AllConstant };
        if (found is null) return new Fact { IsConstant = context.AllConstant };
        if (found.Values is not null || !context.AllConstant || !found.IsKnown) return found;
        try
        {
            return FoldedValues.Of(context, index, found) is { } values
                ? new Fact { Type = found.Type, Shape = found.Shape, IsConstant = true, Values = values }
                : found;
        }
        catch (Exception e) when (e is UnresolvedException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            return found;
        }
    }

    private Fact? InputOf(GraphNode node, string name)
    {
        if (name.Length == 0) return null;
        return facts.TryGetValue(name, out var fact) ? fact : throw new OnnxException($"node '{node.Name}' ({node.Operator}) reads tensor '{name}', which nothing makes");
    }

    private Fact[] ResultsOf(GraphNode node, string[] names) => [.. names.Select(name => InputOf(node, name) ?? new Fact())];
}
