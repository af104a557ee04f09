namespace NarFormer.Encoding.Universal;

/// <summary>
/// Logarithmic scales: equal ratios become equal distances, so that a network twice as large as any seen lies one step
/// further and not outside. 0 stays 0.
/// </summary>
internal static class LogScale
{
    /// <summary>For kernel sizes, strides, degrees: log2(1 + x) / 4.</summary>
    public static double Small(double value) => Bits(value) / 4;

    /// <summary>For dimensions, bytes, MACs: log2(1 + x) / 8.</summary>
    public static double Large(double value) => Bits(value) / 8;

    /// <summary>log2(1 + x); 0 for what is not positive.</summary>
    public static double Bits(double value) => value > 0 ? Math.Log2(1 + value) : 0;
}
