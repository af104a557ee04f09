using NarFormer.Graphs;

namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>The element type of the first output, and whether the node changes it.</summary>
internal sealed class ElementTypeBlock : IFeatureBlock<NodeView>
{
    public IReadOnlyList<string> Names { get; } =
        ["type.float32", "type.float16", "type.int8", "type.integer", "type.bool", "type.other", "type.bits", "type.changes"];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var type = subject.Output?.ElementType ?? ElementType.Undefined;
        row.AddOneHot(Group(type), 6);
        row.Add(LogScale.Large(type.BitsPerElement));
        row.Add(subject.FirstInput is { } input && input.ElementType != type);
    }

    private static int Group(ElementType type) => type switch
    {
        ElementType.Float32 => 0,
        ElementType.Float16 or ElementType.BFloat16 => 1,
        ElementType.Int8 or ElementType.UInt8 => 2,
        ElementType.Int32 or ElementType.Int64 => 3,
        ElementType.Bool => 4,
        _ => 5,
    };
}
