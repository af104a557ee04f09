namespace NarFormer.Datasets.Cells;

/// <summary>What happens to rows of <paramref name="path"/> that are wrong.</summary>
internal sealed class BadRows(string path, CellReadOptions options)
{
    /// <summary>Reports the row at <paramref name="place"/>, if such rows are left out.</summary>
    /// <exception cref="InvalidDataException">They are not.</exception>
    public void Report(string place, Exception error)
    {
        string message = $"{path}{place}: {error.Message}";
        if (!options.SkipBad) throw new InvalidDataException(message, error);
        options.Skipped?.Invoke(message);
    }
}
