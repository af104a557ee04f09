using System.Numerics;

namespace NarFormer.Zoo;

/// <summary>
/// A generator whose numbers depend on its seed alone, on every machine and runtime (SplitMix64, Steele et al. 2014):
/// the measured labels belong to networks that are drawn again from it.
/// </summary>
internal sealed class SeededRandom
{
    private ulong _state;

    /// <summary>Creates the generator of the <paramref name="attempt"/>-th draw of network <paramref name="seed"/> of <paramref name="family"/>.</summary>
    public SeededRandom(string family, ulong seed, int attempt)
    {
        const ulong FnvOffset = 14695981039346656037, FnvPrime = 1099511628211;
        ulong hash = FnvOffset;
        foreach (char letter in family) hash = (hash ^ letter) * FnvPrime;
        _state = hash;
        _state = Next() ^ seed;
        _state = Next() + (ulong)attempt;
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Integer(int low, int high) => low + (int)(Next() % (ulong)(high - low + 1));

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included; every doubling is as likely as the next.</summary>
    public int Logarithmic(int low, int high)
    {
        int from = low << Integer(0, BitOperations.Log2((uint)(high / low)));
        return Integer(from, Math.Min(high, 2 * from - 1));
    }

    /// <summary>Whether an event of <paramref name="percent"/> in a hundred happens.</summary>
    public bool Chance(int percent) => Integer(1, 100) <= percent;

    /// <summary>One of <paramref name="options"/>.</summary>
    public T Choice<T>(params ReadOnlySpan<T> options) => options[Integer(0, options.Length - 1)];

    /// <summary>
    /// <paramref name="width"/> times a factor from <paramref name="lowPercent"/> to <paramref name="highPercent"/> in a hundred,
    /// as a multiple of <paramref name="divisor"/> that is at least one.
    /// </summary>
    public int Scaled(int width, int lowPercent, int highPercent, int divisor = 8)
    {
        int scaled = width * Integer(lowPercent, highPercent) / 100;
        return Math.Max(divisor, (scaled + divisor / 2) / divisor * divisor);
    }

    /// <summary>A batch size: mostly 1, else 2, 4 or 8.</summary>
    public int Batch() => Chance(70) ? 1 : Choice(2, 4, 8);
}
