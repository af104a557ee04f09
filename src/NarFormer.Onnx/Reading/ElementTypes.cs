using NarFormer.Graphs;

namespace NarFormer.Onnx.Reading;

/// <summary>Element types as the file numbers them.</summary>
internal static class ElementTypes
{
    /// <summary>The type of number <paramref name="dataType"/>; <see cref="ElementType.Undefined"/> for one that is not known.</summary>
    public static ElementType Of(long dataType) =>
        dataType is >= 0 and <= (long)ElementType.Float4E2M1 ? (ElementType)dataType : ElementType.Undefined;
}
