using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Cells;

/// <summary>The hash under which a file of NAS-Bench-101 has a cell.</summary>
internal static class PublishedHash
{
    /// <summary>Requires that <paramref name="hash"/> is that of <paramref name="cell"/>.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    /// <exception cref="ArgumentException">The cell has none.</exception>
    public static void Require(CellArchitecture cell, string hash)
    {
        string computed = NasBench101Hash.Of(cell);
        if (computed != hash) throw new FormatException($"the cell's hash is {computed}, not '{hash}'");
    }
}
