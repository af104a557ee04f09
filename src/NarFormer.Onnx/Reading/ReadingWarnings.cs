using NarFormer.Graphs;
using NarFormer.Onnx.Schema;
using NarFormer.Onnx.Shapes;

namespace NarFormer.Onnx.Reading;

/// <summary>What the user should know of how a network was read.</summary>
internal sealed class ReadingWarnings(IEnumerable<string> first)
{
    private const int ListedContradictions = 5, Longest = 300;
    private const long FirstOpset = 7, LastOpset = 24;

    private readonly List<string> _lines = [.. first];

    /// <summary>The warnings.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The version of the standard operator set, 0 if the model does not state it.</summary>
    public static long Opset(ModelProto model) => model.OpsetImport.FirstOrDefault(o => o.Domain is "" or "ai.onnx")?.Version ?? 0;

    /// <summary>An operator set that the rules were not written for.</summary>
    public void AddOpset(ModelProto model)
    {
        long opset = Opset(model);
        if (opset == 0) _lines.Add("the file does not state its operator set");
        else if (opset is < FirstOpset or > LastOpset) _lines.Add($"operator set {opset} is outside {FirstOpset} to {LastOpset}: attributes may be misread");
    }

    /// <summary>Sizes of inputs that the file leaves open.</summary>
    public void AddInputs(InputReader inputs) => _lines.AddRange(inputs.Warnings);

    /// <summary>Nodes that contradict themselves, and nodes whose output shapes are not known.</summary>
    public void AddShapes(ShapeInference inference)
    {
        foreach (var (node, reason) in inference.Contradictions.Take(ListedContradictions)) _lines.Add($"node '{Names.Short(node.Name)}' ({Names.Short(node.Operator)}): {Names.Short(reason, Longest)}");
        if (inference.Contradictions.Count > ListedContradictions) _lines.Add($"{inference.Contradictions.Count - ListedContradictions} more nodes contradict themselves");
        var open = inference.Unresolved;
        if (open.Count > 0) _lines.Add($"the output shapes of {open.Count} nodes are not known: {Names.List([.. open.Select(n => $"'{Names.Short(n.Name)}' ({Names.Short(n.Operator)})")])}");
    }

    /// <summary>Stored tensors that the caller may replace.</summary>
    public void AddOverridable(int count)
    {
        if (count == 0) return;
        string which = count == 1 ? "1 stored tensor is an input" : $"{count} stored tensors are inputs";
        _lines.Add($"{which} too: a runtime cannot prepare what the caller may replace, and can take several times as long; make it no input if nobody replaces it");
    }

    /// <summary>Operators that nobody knows.</summary>
    public void AddOperators(FlatGraph flat)
    {
        string[] unknown = [.. flat.Nodes.Where(n => !OperatorCatalog.IsKnown(n.Domain, n.Operator)).Select(n => Names.Short(n.Domain.Length > 0 ? $"{n.Domain}:{n.Operator}" : n.Operator)).Distinct().Order(StringComparer.Ordinal)];
        if (unknown.Length > 0) _lines.Add($"operators outside the ONNX standard: {Names.List(unknown)}");
    }
}
