namespace NarFormer.Graphs;

/// <summary>Names of element types as users of ONNX know them, for example <c>float32</c>.</summary>
public static class ElementTypeName
{
    /// <summary>The name of <paramref name="type"/>.</summary>
    public static string Of(ElementType type) => type.ToString().ToLowerInvariant();
}
