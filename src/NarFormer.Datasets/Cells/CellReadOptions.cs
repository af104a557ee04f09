using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Cells;

/// <summary>How a file of cells is read.</summary>
public sealed record CellReadOptions
{
    /// <summary>The format; null to tell it by the content.</summary>
    public CellFileFormat? Format { get; init; }

    /// <summary>
    /// The space of the cells, where the file does not say: operations written as numbers need it, and others must belong to it.
    /// </summary>
    public CellSpace? Space { get; init; }

    /// <summary>Whether what is wrong is left out and reported; otherwise the first such row is an error.</summary>
    public bool SkipBad { get; init; }

    /// <summary>Receives what was wrong with each row that was left out.</summary>
    public Action<string>? Skipped { get; init; }

    /// <summary>Whether an id may stand there more than once, as in files that measured a cell several times.</summary>
    public bool Repeats { get; init; }

    /// <summary>The labels to read; null for all.</summary>
    public IReadOnlyCollection<string>? Labels { get; init; }

    /// <summary>What the values of a label must lie between, by the label's name.</summary>
    public IReadOnlyDictionary<string, LabelRange> Ranges { get; init; } = new Dictionary<string, LabelRange>(StringComparer.Ordinal);

    /// <summary>The training epochs whose results are read from a file of NAS-Bench-101 that has several: 4, 12, 36 or 108.</summary>
    public int Epochs { get; init; } = 108;

    /// <summary>Whether <paramref name="label"/> is to be read.</summary>
    internal bool Wants(string label) => Labels is null || Labels.Contains(label);
}
