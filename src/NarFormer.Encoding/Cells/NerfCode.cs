namespace NarFormer.Encoding.Cells;

/// <summary>
/// The published code of a small whole number (NAR-Former V2, <c>nerf</c>): sines and cosines of <c>π·x·f</c>, interleaved, for
/// 32 frequencies spaced evenly from 1 to 2³¹. Products are 32-bit, so that all but the first frequency are rounding noise
/// and the code is close to a dense random one.
/// </summary>
public static class NerfCode
{
    /// <summary>Numbers of one code.</summary>
    public const int Width = 2 * Frequencies;

    private const int Frequencies = 32;
    private const double Highest = int.MaxValue + 1.0;

    /// <summary>Writes the code of <paramref name="value"/> to the first <see cref="Width"/> places of <paramref name="row"/>.</summary>
    public static void Write(int value, Span<float> row)
    {
        float turns = value * MathF.PI;
        for (int i = 0; i < Frequencies; i++)
        {
            double angle = turns * (float)(1 + (i * ((Highest - 1) / (Frequencies - 1))));
            row[2 * i] = (float)Math.Sin(angle);
            row[(2 * i) + 1] = (float)Math.Cos(angle);
        }
    }
}
