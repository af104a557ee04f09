using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Types that the file declares for tensors.</summary>
internal static class DeclaredTypes
{
    /// <summary>The declared type; dimensions without a value are unknown.</summary>
    public static Fact Read(ValueInfoProto declared)
    {
        var type = declared.Type;
        if (type?.TensorType is null && type?.OptionalType?.ElemType is { } inner) type = inner;
        if (type?.TensorType is not { } tensor) return new Fact();
        return new Fact
        {
            Type = ElementTypes.Of(tensor.ElemType),
            Shape = tensor.Shape is null ? null : [.. tensor.Shape.Dim.Select(d => d.HasDimValue && d.DimValue >= 0 ? d.DimValue : TensorShape.Unknown)],
        };
    }
}
