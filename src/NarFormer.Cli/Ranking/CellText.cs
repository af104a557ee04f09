using NarFormer.Graphs.Cells;

namespace NarFormer.Cli.Ranking;

/// <summary>A cell on one line.</summary>
internal static class CellText
{
    /// <summary>The architecture's own text where the space has one, else operations and edges.</summary>
    public static string Of(CellArchitecture cell) => cell.Space == CellSpace.NasBench201.Name
        ? NasBench201.Text([.. cell.Operations.Skip(1).SkipLast(1)])
        : $"{string.Join(' ', cell.Operations)}; {string.Join(' ', cell.Edges.Select(e => $"{e.Source}-{e.Target}"))}";
}
