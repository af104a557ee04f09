namespace NarFormer.Cli.Ranking;

/// <summary>Finds predictors of cells.</summary>
internal static class CellPredictors
{
    /// <summary>The predictor that is installed for NAS-Bench-201.</summary>
    public const string Default = "nasbench201-cifar10";

    /// <summary>Loads a predictor file, or an installed predictor by name.</summary>
    /// <exception cref="InvalidDataException">There is none, or it does not take cells.</exception>
    public static CellPredictor Load(string nameOrFile) => File.Exists(nameOrFile) ? CellPredictor.Load(nameOrFile) : CellPredictor.LoadBundled(nameOrFile);
}
