using NarFormer.Datasets.Cells;
using NarFormer.Graphs.Cells;

namespace NarFormer.Cli.Ranking;

/// <summary>Predictors of cells and the cells for them.</summary>
internal static class CellPredictors
{
    /// <summary>The predictor that is installed for NAS-Bench-201.</summary>
    public const string Default = "nasbench201-cifar10";

    /// <summary>Loads a predictor file, or an installed predictor by name.</summary>
    /// <exception cref="InvalidDataException">There is none, or it does not take cells.</exception>
    public static CellPredictor Load(string nameOrFile) => File.Exists(nameOrFile) ? CellPredictor.Load(nameOrFile) : CellPredictor.LoadBundled(nameOrFile);

    /// <summary>The cells of <paramref name="file"/>, all of the space and the operations that <paramref name="predictor"/> knows.</summary>
    /// <exception cref="InvalidDataException">A line is wrong and not to be skipped, there are no cells, or a cell says that it is of another space.</exception>
    public static CellArchitecture[] CellsOf(string file, CellPredictor predictor, bool skipBad, VerbContext context)
    {
        var options = new CellReadOptions { Space = predictor.Cells, SkipBad = skipBad, Skipped = context.Warn };
        CellArchitecture[] cells = [.. CellFile.Read(file, options).Select(r => Of(predictor, r.Cell, file))];
        return cells.Length > 0 ? cells : throw new InvalidDataException($"{file}: there are no cells in it");
    }

    /// <summary>All cells of the space called <paramref name="space"/>.</summary>
    /// <exception cref="InvalidDataException">The predictor is for another.</exception>
    public static IEnumerable<CellArchitecture> AllOf(string space, CellPredictor predictor)
    {
        if (space != predictor.Space) throw Stranger(predictor, space, "");
        return space == CellSpace.NasBench101.Name ? NasBench101.All() : space == CellSpace.NasBenchMacro.Name ? NasBenchMacro.All() : NasBench201.All();
    }

    private static CellArchitecture Of(CellPredictor predictor, CellArchitecture cell, string file) =>
        cell.Space.Length == 0 || cell.Space == predictor.Space ? cell : throw Stranger(predictor, cell.Space, $"{file}: ");

    private static InvalidDataException Stranger(CellPredictor predictor, string space, string place) =>
        new($"{place}predictor {predictor.Description.Name} is for cells of {predictor.Space}, not of {space}: name another with --predictor");
}
