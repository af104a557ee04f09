namespace NarFormer.Onnx.Weights;

/// <summary>What a weight does in its operator, as far as the size of its values goes.</summary>
internal enum WeightRole
{
    /// <summary>A kernel whose first dimension counts outputs.</summary>
    Kernel,

    /// <summary>The right factor of a matrix product.</summary>
    RightFactor,

    /// <summary>A bias or mean, near 0.</summary>
    Offset,

    /// <summary>A scale, variance or quantisation step: 1.</summary>
    Positive,
}
