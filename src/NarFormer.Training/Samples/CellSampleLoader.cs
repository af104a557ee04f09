using NarFormer.Datasets.Cells;
using NarFormer.Encoding;
using NarFormer.Encoding.Cells;
using NarFormer.Graphs.Cells;
using NarFormer.Runtime;
using NarFormer.Training.Recipes;

namespace NarFormer.Training.Samples;

/// <summary>Reads, divides and encodes a file of cells.</summary>
public static class CellSampleLoader
{
    /// <summary>Loads the cells of <paramref name="recipe"/>.</summary>
    /// <returns>The encoding, whose vocabulary is that of the space if it is a known one and else that of the file, and the samples.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read, a label is missing or not above 0, or there are too few cells.</exception>
    public static (SampleEncoding Encoding, CellSampleSet Samples) Load(TrainingRecipe recipe)
    {
        var cells = recipe.Cells ?? throw new InvalidDataException("cells: the recipe does not say which cells to train on");
        if (cells.As == CellForm.Network) return WholeNetworkLoader.Load(recipe, cells);
        var records = CellRecords.Read(recipe, cells);
        var vocabulary = CellSpace.All.FirstOrDefault(s => s.Name == cells.Space)?.Operations ?? CellFile.Vocabulary(records);
        var encoding = CellEncodings.Find(recipe.Encoding, vocabulary);
        var split = CellSplit.Of([.. records.Select(r => r.Part)], cells, cells.SplitSeed ?? recipe.Seed);
        var shape = new SampleEncoding(encoding.Name, encoding.NodeFeatureCount, encoding.StaticFeatureCount, encoding.Operations);
        return (shape, new CellSampleSet(Samples(split.Training, reorder: true), Samples(split.Validation, reorder: false), Samples(split.Test, reorder: false)));

        IReadOnlyList<CellSample> Samples(IReadOnlyList<int> numbers, bool reorder) =>
            [.. ParallelResults.Of(numbers.AsParallel().AsOrdered().Select(n => Sample(records[n], cells, encoding, reorder ? new Random(n) : null, recipe.Labels ?? recipe.Dataset)))];
    }

    /// <summary>The cell as a recipe wants it: as it is, or without what does nothing.</summary>
    public static CellArchitecture Prepared(CellArchitecture cell, bool prune) => prune ? cell.Without(CellSpace.None) : cell;

    private static CellSample Sample(CellRecord record, CellRecipe recipe, ICellEncoding encoding, Random? random, string path)
    {
        var cell = Prepared(record.Cell, recipe.Prune);
        string place = $"{path}: '{record.Cell.Id}'";
        return new CellSample(
            record.Cell.Id,
            CellLabels.Of(record.Labels, recipe.TrainingLabel, recipe, place),
            CellLabels.Of(record.Labels, recipe.TestLabel, recipe, place),
            encoding.Encode(cell),
            random is null ? [] : Reordered(cell, recipe.Reorderings, encoding, random));
    }

    private static IReadOnlyList<EncodedNetwork> Reordered(CellArchitecture cell, int count, ICellEncoding encoding, Random random)
    {
        if (count == 0 || !encoding.SeesOrder) return [];
        if (count > 0) return [.. Enumerable.Range(0, count).Select(_ => In(CellReordering.Draw(cell.Operations.Count, cell.Edges, random)))];
        int[] numbers = [.. cell.Operations.Select(o => encoding.Operations.ToList().IndexOf(o))];
        return CellReordering.First(numbers, cell.Edges) is { } order ? [In(order)] : [];

        EncodedNetwork In(int[] order) => encoding.Encode([.. order.Select(n => cell.Operations[n])], CellReordering.Edges(order, cell.Edges));
    }
}
