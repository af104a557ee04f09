using NarFormer.Graphs;
using NarFormer.Onnx.Reading;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Shapes;

/// <summary>
/// Some nodes of a network as a model of their own, whose inputs are what they read. ONNX Runtime can be asked about it even
/// where it would refuse the whole: because of an operator it does not know, a weight without bytes, a function.
/// </summary>
internal static class Excerpt
{
    private const int AskedOneByOne = 16;

    /// <summary>What ONNX Runtime says of the outputs of <paramref name="nodes"/>, which are in topological order.</summary>
    /// <param name="model">The model whose operator sets hold.</param>
    /// <param name="nodes">The nodes to ask about.</param>
    /// <param name="facts">What is known of what they read.</param>
    public static IEnumerable<KeyValuePair<string, Fact>> Infer(ModelProto model, IEnumerable<GraphNode> nodes, Dictionary<string, Fact> facts)
    {
        List<GraphNode> asked = Askable(nodes, facts);
        if (asked.Count == 0) return [];
        var found = RuntimeShapes.Infer(Of(model, asked, facts), facts);
        // One node that ONNX Runtime refuses must not hide the others.
        return found.Count > 0 || asked.Count is 1 or > AskedOneByOne
            ? found
            : asked.Where(n => Askable([n], facts).Count == 1).SelectMany(n => RuntimeShapes.Infer(Of(model, [n], facts), facts));
    }

    private static List<GraphNode> Askable(IEnumerable<GraphNode> nodes, Dictionary<string, Fact> facts)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        var asked = new List<GraphNode>();
        foreach (var node in nodes)
        {
            bool known = node.SubgraphOutputs.Count == 0 && OperatorCatalog.IsKnown(node.Domain, node.Operator);
            if (!known || node.Inputs.Any(i => i.Length > 0 && !made.Contains(i) && facts[i].Type == ElementType.Undefined)) continue;
            asked.Add(node);
            made.UnionWith(node.Outputs);
        }

        return asked;
    }

    private static ModelProto Of(ModelProto model, List<GraphNode> nodes, Dictionary<string, Fact> facts)
    {
        var graph = new GraphProto { Name = "excerpt" };
        var seen = new HashSet<string>(nodes.SelectMany(n => n.Outputs), StringComparer.Ordinal) { "" };
        foreach (var node in nodes)
        {
            foreach (string input in node.Inputs.Where(seen.Add)) Add(graph, input, facts[input]);
            graph.Node.Add(new NodeProto { OpType = node.Operator, Domain = node.Domain, Name = node.Name, Input = { node.Inputs }, Output = { node.Outputs }, Attribute = { node.Proto.Attribute } });
        }

        return new ModelProto { IrVersion = Math.Max(model.IrVersion, 4), OpsetImport = { model.OpsetImport }, Graph = graph };
    }

    private static void Add(GraphProto graph, string name, Fact fact)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)fact.Type };
        if (fact is { Type: ElementType.Int64, Integers: { } integers }) tensor.Int64Data.Add(integers);
        else if (fact is { Type: ElementType.Float32, Values: { } values }) tensor.FloatData.Add(values.Select(v => (float)v));
        if (fact.Values is not null && TensorData.IsPresent(tensor))
        {
            tensor.Dims.Add(fact.Shape);
            graph.Initializer.Add(tensor);
            return;
        }

        var type = new TypeProto.Types.Tensor { ElemType = (int)fact.Type };
        if (fact.Shape is not null)
            type.Shape = new TensorShapeProto { Dim = { fact.Shape.Select(d => d < 0 ? new TensorShapeProto.Types.Dimension() : new TensorShapeProto.Types.Dimension { DimValue = d }) } };
        graph.Input.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = type } });
    }
}
