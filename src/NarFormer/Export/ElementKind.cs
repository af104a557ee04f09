namespace NarFormer.Export;

/// <summary>Element types by their number in the ONNX format.</summary>
internal enum ElementKind
{
    /// <summary>32-bit float.</summary>
    Single = 1,

    /// <summary>64-bit integer.</summary>
    Int64 = 7,

    /// <summary>16-bit float.</summary>
    Half = 10,
}
