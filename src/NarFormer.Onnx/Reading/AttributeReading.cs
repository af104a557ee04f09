using NarFormer.Graphs;
using NarFormer.Onnx.Schema;
using Kind = NarFormer.Onnx.Schema.AttributeProto.Types.AttributeType;

namespace NarFormer.Onnx.Reading;

/// <summary>Attributes of a node as values.</summary>
internal static class AttributeReading
{
    /// <summary>The attributes of <paramref name="node"/> that are numbers, texts or lists of them.</summary>
    public static IReadOnlyDictionary<string, AttributeValue> Of(NodeProto node)
    {
        var values = new Dictionary<string, AttributeValue>(node.Attribute.Count, StringComparer.Ordinal);
        foreach (var attribute in node.Attribute)
        {
            if (Value(attribute) is { } value) values[attribute.Name] = value;
        }

        return values;
    }

    private static AttributeValue? Value(AttributeProto attribute) => KindOf(attribute) switch
    {
        Kind.Int => new AttributeValue.Integer(attribute.I),
        Kind.Float => new AttributeValue.Float(attribute.F),
        Kind.String => new AttributeValue.Text(attribute.S.ToStringUtf8()),
        Kind.Ints => new AttributeValue.Integers([.. attribute.Ints]),
        Kind.Floats => new AttributeValue.Floats([.. attribute.Floats]),
        Kind.Strings => new AttributeValue.Texts([.. attribute.Strings.Select(s => s.ToStringUtf8())]),
        _ => null,
    };

    // Files of IR versions before 3 do not state the type.
    private static Kind KindOf(AttributeProto attribute) =>
        attribute.HasType && attribute.Type != Kind.Undefined ? attribute.Type
        : attribute.HasI ? Kind.Int
        : attribute.HasF ? Kind.Float
        : attribute.HasS ? Kind.String
        : attribute.Ints.Count > 0 ? Kind.Ints
        : attribute.Floats.Count > 0 ? Kind.Floats
        : attribute.Strings.Count > 0 ? Kind.Strings
        : Kind.Undefined;
}
