namespace NarFormer.Zoo.Building;

/// <summary>An activation function as exporters write it.</summary>
internal enum Activation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary><c>Relu</c>.</summary>
    Relu,

    /// <summary><c>Clip(0, 6)</c>.</summary>
    Relu6,

    /// <summary><c>HardSwish</c>.</summary>
    HardSwish,

    /// <summary><c>x · Sigmoid(x)</c>, two nodes.</summary>
    Silu,

    /// <summary><c>x · (1 + Erf(x/√2)) / 2</c>, five nodes.</summary>
    Gelu,

    /// <summary><c>Sigmoid</c>.</summary>
    Sigmoid,

    /// <summary><c>HardSigmoid</c> with slope 1/6.</summary>
    HardSigmoid,

    /// <summary><c>Tanh</c>.</summary>
    Tanh,
}
