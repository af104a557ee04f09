using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Fourier transforms.</summary>
internal static class Signals
{
    private const int Picoseconds = 100_000;

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("DFT", Picoseconds, use => use.Sized(() => [use.Builder.Batch, use.Random.Logarithmic(16, 512), 1 << use.Random.Integer(4, 10), 1]), Transform),
        new("STFT", Picoseconds, use => use.Sized(() => [use.Builder.Batch, use.Random.Integer(10, 160) * 100, 1]), ShortTime),
    ];

    private static Value Transform(OperatorUse use, Value x)
    {
        bool half = use.Random.Chance(50);
        return use.Builder.Apply("DFT", [x], [.. x.Shape[..2], half ? x.Shape[2] / 2 + 1 : x.Shape[2], 2], ("axis", 2), ("onesided", half ? 1 : 0));
    }

    private static Value ShortTime(OperatorUse use, Value x)
    {
        var b = use.Builder;
        int length = 1 << use.Random.Integer(6, 9), step = length / use.Random.Choice(2, 4);
        return b.Apply(
            "STFT", [x, b.Integer(step), b.Learned("window", length)], [x.Shape[0], (x.Shape[1] - length) / step + 1, length / 2 + 1, 2], ("onesided", 1));
    }
}
