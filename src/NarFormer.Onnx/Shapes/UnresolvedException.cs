namespace NarFormer.Onnx.Shapes;

/// <summary>A shape does not follow from what is known, or what is known contradicts itself.</summary>
internal sealed class UnresolvedException(string reason, bool contradiction) : Exception(reason)
{
    /// <summary>Whether the file contradicts itself, which its user should know.</summary>
    public bool IsContradiction { get; } = contradiction;
}
