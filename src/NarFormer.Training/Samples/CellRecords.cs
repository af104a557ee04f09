using NarFormer.Datasets.Cells;
using NarFormer.Training.Recipes;

namespace NarFormer.Training.Samples;

/// <summary>The cells that a recipe names, each once, with their labels.</summary>
internal static class CellRecords
{
    /// <exception cref="InvalidDataException">A file cannot be read or a row is wrong; the message names file and line.</exception>
    public static IReadOnlyList<CellRecord> Read(TrainingRecipe recipe, CellRecipe cells)
    {
        var records = CellFile.Read(recipe.Dataset, new CellReadOptions { Repeats = cells.Repeats });
        if (recipe.Labels is { } labels) records = LabelTable.Join(records, LabelTable.Read(labels, CellLabels.Names(cells)));
        return cells.Repeats ? [.. records.GroupBy(r => r.Cell.Id, StringComparer.Ordinal).Select(Mean)] : [.. records];
    }

    private static CellRecord Mean(IEnumerable<CellRecord> repeats)
    {
        CellRecord[] all = [.. repeats];
        var labels = all.SelectMany(r => r.Labels).GroupBy(l => l.Key, StringComparer.Ordinal);
        return all[0] with { Labels = labels.ToDictionary(g => g.Key, g => g.Average(l => l.Value), StringComparer.Ordinal) };
    }
}
