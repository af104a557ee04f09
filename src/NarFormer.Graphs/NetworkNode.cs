namespace NarFormer.Graphs;

/// <summary>One operation of a network.</summary>
public sealed class NetworkNode
{
    /// <summary>The name of the node in its file, or that of its first output where the file gives none.</summary>
    public required string Name { get; init; }

    /// <summary>The operator, for example <c>Conv</c>.</summary>
    public required string Operator { get; init; }

    /// <summary>The operator's domain; empty for the ONNX standard (<c>ai.onnx</c>).</summary>
    public string Domain { get; init; } = "";

    /// <summary>The operator, with its domain before it if that is not the standard one: <c>com.microsoft::FusedConv</c>.</summary>
    public string QualifiedOperator => Domain.Length == 0 ? Operator : $"{Domain}::{Operator}";

    /// <summary>The attributes, by name.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Attributes { get; init; } = new Dictionary<string, AttributeValue>();

    /// <summary>The inputs in the operator's order; <see langword="null"/> for an optional input that is left out.</summary>
    public required IReadOnlyList<NetworkTensor?> Inputs { get; init; }

    /// <summary>The outputs in the operator's order; <see langword="null"/> for an optional output that is left out.</summary>
    public required IReadOnlyList<NetworkTensor?> Outputs { get; init; }

    /// <summary>How many control-flow subgraphs (If, Loop, Scan) the node is nested in; 0 for the main graph.</summary>
    public int Depth { get; init; }

    /// <summary>The integer attribute <paramref name="name"/>, or <paramref name="fallback"/> if the node does not have it.</summary>
    public long Integer(string name, long fallback) =>
        Attributes.TryGetValue(name, out var value) && value is AttributeValue.Integer integer ? integer.Value : fallback;

    /// <summary>The integer-list attribute <paramref name="name"/>, or an empty list if the node does not have it.</summary>
    public IReadOnlyList<long> Integers(string name) =>
        Attributes.TryGetValue(name, out var value) && value is AttributeValue.Integers integers ? integers.Values : [];

    /// <summary>The text attribute <paramref name="name"/>, or <paramref name="fallback"/> if the node does not have it.</summary>
    public string Text(string name, string fallback) =>
        Attributes.TryGetValue(name, out var value) && value is AttributeValue.Text text ? text.Value : fallback;

    /// <inheritdoc/>
    public override string ToString() => $"{Operator} '{Name}'";
}
