namespace NarFormer.Training.Fitting;

/// <summary>Derives the seed of every random choice from the recipe's seed, the purpose and a counter (SplitMix64).</summary>
internal static class SeedMix
{
    /// <summary>Purpose: initial weights.</summary>
    public const int Weights = 1;

    /// <summary>Purpose: the order of samples in an epoch.</summary>
    public const int Shuffle = 2;

    /// <summary>Purpose: dropout of a step.</summary>
    public const int Dropout = 3;

    /// <summary>Purpose: which reordered twins and permutations a step uses.</summary>
    public const int Augmentation = 4;

    /// <summary>Purpose: the further members of an ensemble.</summary>
    public const int Member = 5;

    /// <summary>Purpose: edges between the networks of a step.</summary>
    public const int Splices = 8;

    /// <summary>A seed in <c>[0, 2³¹)</c>.</summary>
    public static long Of(long seed, int purpose, long counter) =>
        (long)(Mix(Mix(Mix((ulong)seed) + (ulong)purpose) + (ulong)counter) >> 33);

    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
