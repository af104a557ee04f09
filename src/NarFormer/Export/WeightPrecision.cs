namespace NarFormer.Export;

/// <summary>How a predictor file stores its matrices. Arithmetic is in 32 bits either way.</summary>
public enum WeightPrecision
{
    /// <summary>32-bit floats.</summary>
    Single,

    /// <summary>16-bit floats, which ONNX Runtime widens when it loads the file; vectors stay 32 bits.</summary>
    Half,
}
