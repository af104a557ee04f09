using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Attributes inside a function body that stand for those of its call.</summary>
internal static class FunctionAttributes
{
    /// <summary>The attributes that a call gives, and the function's defaults for those it does not.</summary>
    public static IReadOnlyDictionary<string, AttributeProto> Of(FunctionProto function, NodeProto call)
    {
        var attributes = new Dictionary<string, AttributeProto>(StringComparer.Ordinal);
        foreach (var attribute in function.AttributeProto.Concat(call.Attribute)) attributes[attribute.Name] = attribute;
        return attributes;
    }

    /// <summary>The node with its references replaced; an attribute that the call does not give is left out. Bodies of subgraphs follow.</summary>
    public static NodeProto Substitute(NodeProto node, IReadOnlyDictionary<string, AttributeProto> attributes)
    {
        if (!node.Attribute.Any(a => a.HasRefAttrName || HoldsGraphs(a))) return node;
        // What does not change is shared, not copied: a function may be called many times.
        var copy = new NodeProto { Name = node.Name, OpType = node.OpType, Domain = node.Domain, Overload = node.Overload, Input = { node.Input }, Output = { node.Output } };
        foreach (var attribute in node.Attribute)
        {
            if (HoldsGraphs(attribute)) copy.Attribute.Add(Substitute(attribute, attributes));
            else if (!attribute.HasRefAttrName) copy.Attribute.Add(attribute);
            else if (attributes.TryGetValue(attribute.RefAttrName, out var given)) copy.Attribute.Add(Renamed(given, attribute.Name));
        }

        return copy;
    }

    private static bool HoldsGraphs(AttributeProto attribute) => attribute.G is not null || attribute.Graphs.Count > 0;

    private static AttributeProto Substitute(AttributeProto attribute, IReadOnlyDictionary<string, AttributeProto> attributes)
    {
        var copy = new AttributeProto { Name = attribute.Name, Type = attribute.Type };
        if (attribute.G is not null) copy.G = Substitute(attribute.G, attributes);
        copy.Graphs.Add(attribute.Graphs.Select(g => Substitute(g, attributes)));
        return copy;
    }

    private static GraphProto Substitute(GraphProto graph, IReadOnlyDictionary<string, AttributeProto> attributes) => new()
    {
        Name = graph.Name,
        Node = { graph.Node.Select(n => Substitute(n, attributes)) },
        Initializer = { graph.Initializer },
        SparseInitializer = { graph.SparseInitializer },
        Input = { graph.Input },
        Output = { graph.Output },
    };

    private static AttributeProto Renamed(AttributeProto given, string name) =>
        given.Name == name ? given : new AttributeProto(given) { Name = name };
}
