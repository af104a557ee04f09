namespace NarFormer.Datasets.Cells;

/// <summary>A row of a file that is still to be read.</summary>
/// <param name="Place">Where it stands, as it follows the path in a message: <c>:12</c> or <c>: record 12</c>.</param>
/// <param name="Read">Reads it; throws <see cref="FormatException"/> or <see cref="ArgumentException"/> if it is wrong.</param>
internal readonly record struct CellRow(string Place, Func<CellRecord> Read);
