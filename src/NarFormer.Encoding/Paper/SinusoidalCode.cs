namespace NarFormer.Encoding.Paper;

/// <summary>
/// The published code of one number: sine and cosine, interleaved, at five frequencies 10000^(-j/5). The products are
/// 32-bit, as in the published implementation.
/// </summary>
internal static class SinusoidalCode
{
    /// <summary>Features of one number.</summary>
    public const int Width = 10;

    private static readonly float[] Frequencies = [.. Enumerable.Range(0, Width / 2).Select(j => (float)(1 / Math.Pow(10_000, j / 5.0)))];

    /// <summary>Writes the code of <paramref name="value"/> over the first <see cref="Width"/> places of <paramref name="code"/>.</summary>
    public static void Write(float value, Span<float> code)
    {
        for (int j = 0; j < Frequencies.Length; j++)
        {
            float angle = value * Frequencies[j];
            code[2 * j] = (float)Math.Sin(angle);
            code[2 * j + 1] = (float)Math.Cos(angle);
        }
    }

    /// <summary>Writes the codes of several numbers grouped by frequency: all sines, all cosines, all sines of the next …</summary>
    public static void WriteGrouped(ReadOnlySpan<float> values, Span<float> code)
    {
        int place = 0;
        foreach (float frequency in Frequencies)
        {
            foreach (float value in values) code[place++] = (float)Math.Sin(value * frequency);
            foreach (float value in values) code[place++] = (float)Math.Cos(value * frequency);
        }
    }
}
