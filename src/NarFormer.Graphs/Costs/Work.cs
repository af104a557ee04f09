namespace NarFormer.Graphs.Costs;

/// <summary>What a node computes.</summary>
/// <param name="Macs">Multiply-accumulate operations.</param>
/// <param name="OtherFlops">Floating-point operations that are not part of a MAC.</param>
internal readonly record struct Work(long Macs, long OtherFlops)
{
    /// <summary>All floating-point operations.</summary>
    public long Flops => Saturating.Sum(Saturating.Product(2, Macs), OtherFlops);

    /// <summary>Both works done.</summary>
    public static Work operator +(Work a, Work b) => new(Saturating.Sum(a.Macs, b.Macs), Saturating.Sum(a.OtherFlops, b.OtherFlops));
}
