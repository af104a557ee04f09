using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>A node of the flat graph that functions and subgraphs have been written out into.</summary>
internal sealed class GraphNode
{
    /// <summary>The node of the file.</summary>
    public required NodeProto Proto { get; init; }

    /// <summary>The name, unique in the flat graph.</summary>
    public required string Name { get; init; }

    /// <summary>The inputs under their names in the flat graph; empty for one that is left out.</summary>
    public required string[] Inputs { get; init; }

    /// <summary>The outputs under their names in the flat graph; empty for one that is left out.</summary>
    public required string[] Outputs { get; init; }

    /// <summary>How many subgraphs the node is nested in.</summary>
    public required int Depth { get; init; }

    /// <summary>The innermost branch of an <c>If</c> in which the node lies, if it lies in one.</summary>
    public Branch? Branch { get; init; }

    /// <summary>What the subgraphs of a control-flow node give, one list for each subgraph; for <c>If</c> first when the condition holds.</summary>
    public IReadOnlyList<string[]> SubgraphOutputs { get; init; } = [];

    /// <summary>All tensors that the node reads: its inputs and what its subgraphs give.</summary>
    public IEnumerable<string> Read => SubgraphOutputs.Count == 0 ? Inputs : Inputs.Concat(SubgraphOutputs.SelectMany(o => o));

    /// <summary>The operator.</summary>
    public string Operator => Proto.OpType;

    /// <summary>The operator's domain; empty for the standard.</summary>
    public string Domain => Proto.Domain == "ai.onnx" ? "" : Proto.Domain;

    /// <summary>The attribute <paramref name="name"/>, or <see langword="null"/>.</summary>
    public AttributeProto? Attribute(string name)
    {
        foreach (var attribute in Proto.Attribute)
        {
            if (attribute.Name == name) return attribute;
        }

        return null;
    }

    /// <summary>The integer attribute <paramref name="name"/>.</summary>
    public long Integer(string name, long fallback) => Attribute(name) is { HasI: true } attribute ? attribute.I : fallback;

    /// <summary>The integer-list attribute <paramref name="name"/>, or <see langword="null"/>.</summary>
    public long[]? Integers(string name) => Attribute(name) is { } attribute ? [.. attribute.Ints] : null;

    /// <summary>The text attribute <paramref name="name"/>.</summary>
    public string Text(string name, string fallback) => Attribute(name) is { HasS: true } attribute ? attribute.S.ToStringUtf8() : fallback;
}
