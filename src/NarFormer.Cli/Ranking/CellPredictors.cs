using NarFormer.Graphs.Cells;

namespace NarFormer.Cli.Ranking;

/// <summary>Finds predictors of cells.</summary>
internal static class CellPredictors
{
    /// <summary>The predictor that is installed for NAS-Bench-201.</summary>
    public const string Default = "nasbench201-cifar10";

    /// <summary>Loads a predictor file, or an installed predictor by name, for <paramref name="cells"/>.</summary>
    /// <exception cref="InvalidDataException">There is none, it does not take cells, or a cell says that it is of another space than the predictor's.</exception>
    public static CellPredictor Load(string nameOrFile, IReadOnlyList<CellArchitecture> cells)
    {
        var predictor = File.Exists(nameOrFile) ? CellPredictor.Load(nameOrFile) : CellPredictor.LoadBundled(nameOrFile);
        if (cells.FirstOrDefault(c => c.Space.Length > 0 && c.Space != predictor.Space) is not { } stranger) return predictor;
        using (predictor)
        {
            throw new InvalidDataException($"predictor {nameOrFile} is for cells of {predictor.Space}, not of {stranger.Space}: name another with --predictor");
        }
    }
}
