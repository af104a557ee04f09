using NarFormer.Datasets.Cells;
using NarFormer.Encoding;
using NarFormer.Encoding.Cells;
using NarFormer.Graphs.Cells;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Search;

/// <summary>All cells of a search space with the results of training them, to be asked for one by one.</summary>
public sealed class CandidateTable
{
    private readonly double[] _answers;
    private readonly double[] _test;
    private readonly Dictionary<string, int> _numbers;

    private CandidateTable(CellRecord[] records, CellRecipe recipe, ICellEncoding encoding, Func<CellRecord, string, double> label)
    {
        Operations = [.. records.Select(r => r.Cell.Operations)];
        Encoding = encoding;
        Networks = [.. records.AsParallel().AsOrdered().Select(r => encoding.Encode(CellSampleLoader.Prepared(r.Cell, recipe.Prune)))];
        _answers = [.. records.Select(r => label(r, recipe.TrainingLabel))];
        _test = [.. records.Select(r => label(r, recipe.TestLabel))];
        BestTest = _test.Max();
        _numbers = records.Select((r, i) => (Key: Key(r.Cell.Operations), i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>How many cells there are.</summary>
    public int Count => _answers.Length;

    /// <summary>The encoding of <see cref="Networks"/>.</summary>
    public ICellEncoding Encoding { get; }

    /// <summary>The encoded cells.</summary>
    public IReadOnlyList<EncodedNetwork> Networks { get; }

    /// <summary>The operations of each cell, input and output among them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Operations { get; }

    /// <summary>The highest test accuracy of all cells.</summary>
    public double BestTest { get; }

    /// <summary>Reads the cells that <paramref name="recipe"/> names.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, a label is missing, or two cells have the same operations.</exception>
    public static CandidateTable Load(TrainingRecipe recipe)
    {
        var cells = recipe.Cells ?? throw new InvalidDataException("cells: the recipe does not say which cells to search");
        CellRecord[] records = [.. CellFile.Read(recipe.Dataset)];
        var encoding = CellEncodings.Find(recipe.Encoding, CellSpace.Find(cells.Space).Operations);
        return new CandidateTable(records, cells, encoding, (record, name) => record.Labels.TryGetValue(name, out double value)
            ? value * cells.LabelScale
            : throw new InvalidDataException($"{recipe.Dataset}: '{record.Cell.Id}' has no label '{name}'"));
    }

    /// <summary>The validation accuracy of cell <paramref name="number"/>: what a search pays for.</summary>
    public double Ask(int number) => _answers[number];

    /// <summary>How much less than the best test accuracy cell <paramref name="number"/> reaches.</summary>
    public double Regret(int number) => BestTest - _test[number];

    /// <summary>The number of the cell with these operations.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public int NumberOf(IReadOnlyList<string> operations) => _numbers[Key(operations)];

    private static string Key(IReadOnlyList<string> operations) => string.Join('|', operations);
}
