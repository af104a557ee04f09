using System.Numerics.Tensors;
using NarFormer.Datasets.Cells;
using NarFormer.Encoding.Cells;
using NarFormer.Graphs.Cells;
using NarFormer.Runtime;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>Features of cells, each of mean 0 and the same spread, so that the mean square of a cell's row is 1.</summary>
internal sealed class CellColumns
{
    private const string Places = "places";
    private const double NoSpread = 1e-9;

    private CellColumns(double[][] rows) => Rows = rows;

    /// <summary><c>[cells, features]</c>.</summary>
    public double[][] Rows { get; }

    /// <summary>The features that <paramref name="recipes"/> ask for of <paramref name="cells"/>.</summary>
    /// <exception cref="InvalidDataException">The cells do not have the same nodes where that is needed, or all cells are alike.</exception>
    /// <exception cref="ArgumentException">There is no such encoding; the message lists those there are.</exception>
    public static CellColumns Of(IReadOnlyList<CellRecord> cells, IReadOnlyList<CellFeatureRecipe> recipes)
    {
        var vocabulary = CellSpace.All.FirstOrDefault(s => s.Name == cells[0].Cell.Space)?.Operations ?? CellFile.Vocabulary(cells);
        double[][] rows = [.. cells.Select(_ => Array.Empty<double>())];
        foreach (var recipe in recipes)
        {
            var block = recipe.Encoding == Places ? PlacesOf(cells) : StaticsOf(cells, recipe, CellEncodings.Find(recipe.Encoding, vocabulary));
            for (int i = 0; i < rows.Length; i++) rows[i] = [.. rows[i], .. block[i]];
        }

        return Of(rows);
    }

    /// <summary>Brings <paramref name="rows"/> to one scale; columns that do not vary are left out.</summary>
    internal static CellColumns Of(double[][] rows)
    {
        int width = rows[0].Length;
        double[] mean = new double[width], spread = new double[width];
        foreach (double[] row in rows) TensorPrimitives.Add<double>(mean, row, mean);
        for (int c = 0; c < width; c++)
        {
            mean[c] /= rows.Length;
            spread[c] = Math.Sqrt(rows.Sum(r => (r[c] - mean[c]) * (r[c] - mean[c])) / rows.Length);
        }

        int[] kept = [.. Enumerable.Range(0, width).Where(c => spread[c] > NoSpread)];
        if (kept.Length == 0) throw new InvalidDataException("features: all cells are alike in them");
        double unit = Math.Sqrt(kept.Length);
        return new CellColumns([.. rows.Select(row => kept.Select(c => (row[c] - mean[c]) / (spread[c] * unit)).ToArray())]);
    }

    private static double[][] StaticsOf(IReadOnlyList<CellRecord> cells, CellFeatureRecipe recipe, ICellEncoding encoding) =>
        [.. ParallelResults.Of(cells.AsParallel().AsOrdered().Select(c => encoding.Encode(CellSampleLoader.Prepared(c.Cell, recipe.Prune)).StaticFeatures.Select(v => (double)v).ToArray()))];

    private static double[][] PlacesOf(IReadOnlyList<CellRecord> cells)
    {
        int nodes = cells[0].Cell.Operations.Count;
        if (cells.FirstOrDefault(c => c.Cell.Operations.Count != nodes) is { } other)
            throw new InvalidDataException($"features: '{other.Cell.Id}' has {other.Cell.Operations.Count} nodes and not {nodes}: places cannot be compared");
        string[][] operations = [.. Enumerable.Range(0, nodes).Select(n => cells.Select(c => c.Cell.Operations[n]).Distinct(StringComparer.Ordinal).ToArray())];
        return [.. cells.Select(c => operations.SelectMany((known, n) => known.Select(o => o == c.Cell.Operations[n] ? 1.0 : 0.0)).ToArray())];
    }
}
