namespace NarFormer.Zoo.Families.Operators;

/// <summary>All operators that the family draws from.</summary>
internal static class OperatorCatalog
{
    /// <summary>
    /// The kinds of work. The share of a kind is about the number of its operators; it is less where many of them are of little use,
    /// and more where what an operator takes depends on more than the number of its elements.
    /// </summary>
    public static IReadOnlyList<OperatorKind> Kinds { get; } =
    [
        new(16, Convolutions.Cases), new(12, Products.Cases), new(14, Recurrences.Cases), new(6, Windows.Cases), new(14, Reductions.Cases),
        new(12, Normalizations.Cases), new(18, Functions.Cases), new(12, Arithmetic.Cases), new(14, Movements.Cases), new(24, Indexing.Cases),
        new(8, Resampling.Cases), new(5, Conversions.Cases), new(4, Quantized.Cases), new(1, Signals.Cases),
    ];

    /// <summary>One of the operators.</summary>
    public static OperatorCase Draw(SeededRandom random) => Draw(random, Kinds);

    /// <summary>One of the operators of <paramref name="kinds"/>.</summary>
    public static OperatorCase Draw(SeededRandom random, IReadOnlyList<OperatorKind> kinds)
    {
        int rest = random.Integer(0, kinds.Sum(k => k.Share) - 1), kind = 0;
        while (rest >= kinds[kind].Share) rest -= kinds[kind++].Share;
        var cases = kinds[kind].Cases;
        return cases[random.Integer(0, cases.Count - 1)];
    }
}
