namespace NarFormer.Graphs.Costs;

/// <summary>Arithmetic on counts that stays at <see cref="long.MaxValue"/> instead of wrapping round. Counts are never negative.</summary>
internal static class Saturating
{
    public static long Sum(long a, long b)
    {
        long sum = unchecked(a + b);
        return sum < 0 ? long.MaxValue : sum;
    }

    public static long Product(long a, long b)
    {
        long high = Math.BigMul(a, b, out long low);
        return high != 0 || low < 0 ? long.MaxValue : low;
    }

    public static long Product(long a, long b, long c) => Product(Product(a, b), c);
}
