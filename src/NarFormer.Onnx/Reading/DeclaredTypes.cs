using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Types that the file declares for tensors.</summary>
internal static class DeclaredTypes
{
    /// <summary>The declared type; dimensions without a value are unknown.</summary>
    public static Fact Read(ValueInfoProto declared)
    {
        if (Tensor(declared) is not { } tensor) return new Fact();
        return new Fact
        {
            Type = ElementTypes.Of(tensor.ElemType),
            Shape = tensor.Shape is null ? null : [.. tensor.Shape.Dim.Select(d => d.HasDimValue && d.DimValue >= 0 ? d.DimValue : TensorShape.Unknown)],
        };
    }

    /// <summary>The declared dimensions, or <see langword="null"/> if not even the rank is declared.</summary>
    public static TensorShapeProto? Dimensions(ValueInfoProto declared) => Tensor(declared)?.Shape;

    private static TypeProto.Types.Tensor? Tensor(ValueInfoProto declared) =>
        declared.Type?.TensorType ?? declared.Type?.OptionalType?.ElemType?.TensorType;
}
