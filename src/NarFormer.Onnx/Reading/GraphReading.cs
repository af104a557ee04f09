using NarFormer.Graphs;
using NarFormer.Onnx.Schema;
using NarFormer.Onnx.Shapes;

namespace NarFormer.Onnx.Reading;

/// <summary>The way from a model to a graph: flatten, infer, fold.</summary>
internal static class GraphReading
{
    private const int ListedNodes = 5;

    public static NetworkGraph Read(ModelProto model, string name, OnnxReadOptions options, IReadOnlyList<string> externalWarnings)
    {
        if (model.Graph is null) throw new OnnxException("not an ONNX model: it has no graph");
        var decided = new Dictionary<string, bool>(StringComparer.Ordinal);
        while (true)
        {
            var warnings = new List<string>(externalWarnings);
            var flat = GraphFlattener.Flatten(model, options.Limits, decided);
            var facts = StoredFacts(flat, options.Limits);
            var inputs = new InputReader(options, warnings);
            var given = model.Graph.Input.Where(i => !facts.ContainsKey(i.Name)).DistinctBy(i => i.Name).ToList();
            foreach (var input in given) facts[input.Name] = inputs.Read(input);
            foreach (var (tensor, declared) in flat.SubgraphInputs) facts.TryAdd(tensor, DeclaredTypes.Read(declared));

            var inference = new ShapeInference(flat, facts, inputs.Batch);
            inference.Run(new Dictionary<string, Fact>());
            if (options.FoldConstants && Decide(flat, facts, decided)) continue;
            if (flat.Nodes.Any(n => Unresolved(n, facts))) inference.Run(Known(model, facts, inputs.Batch is null));
            if (options.FoldConstants && Decide(flat, facts, decided)) continue;

            Warn(warnings, flat, facts, inference);
            var assembly = new NetworkAssembly(flat, facts, options.FoldConstants, model.Graph.Output.Select(o => o.Name));
            var nodes = assembly.Nodes();
            return new NetworkGraph(name, Opset(model, warnings), [.. given.Select(i => assembly.Tensor(i.Name))], assembly.Outputs(model.Graph.Output), nodes, warnings);
        }
    }

    private static Dictionary<string, Fact> StoredFacts(FlatGraph flat, OnnxLimits limits)
    {
        var facts = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var (tensor, stored) in flat.Initializers) facts[tensor] = TensorValues.Read(stored, limits);
        foreach (var (tensor, stored) in flat.SparseInitializers)
            facts[tensor] = new Fact { Type = ElementTypes.Of(stored.Values?.DataType ?? 0), Shape = TensorValues.Shape(stored.Dims, tensor, limits), IsConstant = true };
        return facts;
    }

    /// <summary>Notes every <c>If</c> whose condition has become known; whether there was a new one.</summary>
    private static bool Decide(FlatGraph flat, Dictionary<string, Fact> facts, Dictionary<string, bool> decided)
    {
        int before = decided.Count;
        foreach (var node in flat.Nodes.Where(n => n is { Operator: "If", Domain: "", Inputs: [{ Length: > 0 }, ..] }))
        {
            if (facts[node.Inputs[0]].Values is [var condition]) decided.TryAdd(node.Name, condition != 0);
        }

        return decided.Count > before;
    }

    private static Dictionary<string, Fact> Known(ModelProto model, Dictionary<string, Fact> facts, bool declaredShapesHold)
    {
        var known = new Dictionary<string, Fact>(RuntimeShapes.Infer(model, facts), StringComparer.Ordinal);
        if (!declaredShapesHold) return known;
        foreach (var declared in model.Graph.ValueInfo.Concat(model.Graph.Output))
        {
            var fact = DeclaredTypes.Read(declared);
            if (fact.IsKnown && (!known.TryGetValue(declared.Name, out var inferred) || !inferred.IsKnown)) known[declared.Name] = fact;
        }

        return known;
    }

    private static bool Unresolved(GraphNode node, Dictionary<string, Fact> facts) => node.Outputs.Any(o => o.Length > 0 && !facts[o].IsKnown);

    private static void Warn(List<string> warnings, FlatGraph flat, Dictionary<string, Fact> facts, ShapeInference inference)
    {
        foreach (var (node, reason) in inference.Contradictions.Take(ListedNodes)) warnings.Add($"node '{node.Name}' ({node.Operator}): {reason}");
        if (inference.Contradictions.Count > ListedNodes) warnings.Add($"{inference.Contradictions.Count - ListedNodes} more nodes contradict themselves");
        string[] open = [.. flat.Nodes.Where(n => Unresolved(n, facts)).Select(n => $"'{n.Name}' ({n.Operator})")];
        if (open.Length > 0) warnings.Add($"the output shapes of {open.Length} nodes are not known: {Listed(open)}");
        string[] unknown = [.. flat.Nodes.Where(n => !OperatorCatalog.IsKnown(n.Domain, n.Operator)).Select(n => n.Domain.Length > 0 ? $"{n.Domain}:{n.Operator}" : n.Operator).Distinct().Order(StringComparer.Ordinal)];
        if (unknown.Length > 0) warnings.Add($"operators outside the ONNX standard: {Listed(unknown)}");
    }

    private static string Listed(string[] names) => string.Join(", ", names.Take(ListedNodes)) + (names.Length > ListedNodes ? ", …" : "");

    private static long Opset(ModelProto model, List<string> warnings)
    {
        long opset = model.OpsetImport.FirstOrDefault(o => o.Domain is "" or "ai.onnx")?.Version ?? 0;
        if (opset == 0) warnings.Add("the file does not state its operator set");
        else if (opset is < 7 or > 23) warnings.Add($"operator set {opset} is outside 7 to 23: attributes may be misread");
        return opset;
    }
}
