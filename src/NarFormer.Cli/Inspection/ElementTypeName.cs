using NarFormer.Graphs;

namespace NarFormer.Cli.Inspection;

/// <summary>Names of element types as users of ONNX know them, for example <c>float32</c>.</summary>
internal static class ElementTypeName
{
    /// <summary>The name of <paramref name="type"/>.</summary>
    public static string Of(ElementType type) => type.ToString().ToLowerInvariant();
}
