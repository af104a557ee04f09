namespace NarFormer.Encoding.Universal.Fusion;

/// <summary>What a runtime's optimiser makes of operations that it joins in one kernel.</summary>
[Flags]
internal enum FusedWork
{
    /// <summary>Nothing is joined.</summary>
    None = 0,

    /// <summary>A normalisation by constants goes into the weights of the convolution before it.</summary>
    Normalization = 1 << 0,

    /// <summary>A sum or product with constants goes into the weights of the convolution before it.</summary>
    Constants = 1 << 1,

    /// <summary>A convolution or matrix product applies the activation that follows.</summary>
    Activation = 1 << 2,

    /// <summary>A convolution adds another value of the same shape.</summary>
    Residual = 1 << 3,

    /// <summary>A matrix product adds a constant: MatMul and Add as Gemm.</summary>
    Bias = 1 << 4,

    /// <summary>A matrix product takes in a scale.</summary>
    Scale = 1 << 5,

    /// <summary>A matrix product reads its factor transposed.</summary>
    Transposition = 1 << 6,

    /// <summary>The Gaussian error linear unit, written with Erf.</summary>
    Gelu = 1 << 7,

    /// <summary>A value times its own sigmoid.</summary>
    Swish = 1 << 8,

    /// <summary>Layer normalisation, written with means and a root.</summary>
    LayerNormalization = 1 << 9,

    /// <summary>Layer normalisation of a sum that nobody else reads.</summary>
    SkipNormalization = 1 << 10,
}
