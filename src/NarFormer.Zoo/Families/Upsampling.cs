namespace NarFormer.Zoo.Families;

/// <summary>How a decoder doubles height and width.</summary>
internal enum Upsampling
{
    /// <summary>A transposed convolution.</summary>
    Transposed,

    /// <summary>Each pixel four times, then a 1×1 convolution.</summary>
    Nearest,

    /// <summary>Between pixels, then a 1×1 convolution.</summary>
    Linear,
}
