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
        if (!node.Attribute.Any(a => a.HasRefAttrName || a.G is not null)) return node;
        var copy = node.Clone();
        copy.Attribute.Clear();
        foreach (var attribute in node.Attribute)
        {
            if (attribute.G is not null) copy.Attribute.Add(Substitute(attribute, attributes));
            else if (!attribute.HasRefAttrName) copy.Attribute.Add(attribute);
            else if (attributes.TryGetValue(attribute.RefAttrName, out var given)) copy.Attribute.Add(new AttributeProto(given) { Name = attribute.Name });
        }

        return copy;
    }

    private static AttributeProto Substitute(AttributeProto attribute, IReadOnlyDictionary<string, AttributeProto> attributes)
    {
        var copy = attribute.Clone();
        for (int i = 0; i < copy.G.Node.Count; i++) copy.G.Node[i] = Substitute(copy.G.Node[i], attributes);
        return copy;
    }
}
