namespace NarFormer.Encoding.Cells;

/// <summary>The encodings of cells by name.</summary>
public static class CellEncodings
{
    /// <summary>The encoding called <paramref name="name"/>, with its version or without, for cells of these operations.</summary>
    /// <exception cref="ArgumentException">There is no such encoding; the message lists those there are.</exception>
    public static ICellEncoding Find(string name, IReadOnlyList<string> operations) => name switch
    {
        "cell" or CellEncoding.FullName => new CellEncoding(operations),
        FunctionalCellEncoding.FullName => new FunctionalCellEncoding(operations),
        "cell-paper" or PublishedCellEncoding.FullName => new PublishedCellEncoding(operations),
        _ => throw new ArgumentException($"unknown encoding '{name}' of cells; there are {CellEncoding.FullName}, {FunctionalCellEncoding.FullName}, {PublishedCellEncoding.FullName}", nameof(name)),
    };
}
