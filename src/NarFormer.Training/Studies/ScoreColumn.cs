using System.Globalization;
using NarFormer.Training.Recipes;

namespace NarFormer.Training.Studies;

/// <summary>A score as a column of a table.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Score">The name of the score.</param>
/// <param name="Format">How numbers are written.</param>
internal sealed record ScoreColumn(string Title, string Score, string Format)
{
    private static readonly ScoreColumn Tau = new("tau", "kendallTau", "0.0000");
    private static readonly ScoreColumn Mape = new("MAPE", "mape", "0.00 %");

    private static readonly ScoreColumn Spearman = new("Spearman", "spearman", "0.0000");

    private static readonly ScoreColumn[] Ranking =
    [
        Tau,
        Spearman,
        new("P@5 %", "precisionAt5Percent", "0.000"),
        new("N@10", "bestRankAt10", "0.0"),
        new("regret", "regret", "0.00000"),
    ];

    private static readonly ScoreColumn[] Latency = [Mape, new("Acc(10 %)", "acc10", "0.0 %"), new("Acc(5 %)", "acc5", "0.0 %"), Tau];

    private static readonly ScoreColumn[] Quantity = [Mape, Tau, Spearman];

    /// <summary>The scores on the test split that people ask for in the task of <paramref name="recipe"/>.</summary>
    public static IReadOnlyList<ScoreColumn> TestOf(TrainingRecipe recipe) =>
        recipe.Cells is null ? Latency : PredictsValues(recipe) ? Quantity : Ranking;

    /// <summary>The score on the validation split that chooses the epoch in the task of <paramref name="recipe"/>.</summary>
    public static ScoreColumn ValidationOf(TrainingRecipe recipe) => PredictsValues(recipe) ? Mape : Tau;

    /// <summary>Mean and sample standard deviation of the column's score; the mean alone where there is one value.</summary>
    public string Text(IReadOnlyList<IReadOnlyDictionary<string, double>> scores)
    {
        double[] values = [.. scores.Select(s => s[Score])];
        string mean = Mean(scores);
        if (values.Length < 2) return mean;
        double average = values.Average();
        double deviation = Math.Sqrt(values.Sum(v => (v - average) * (v - average)) / (values.Length - 1));
        return $"{mean} ± {deviation.ToString(Format, CultureInfo.InvariantCulture)}";
    }

    /// <summary>The mean of the column's score.</summary>
    public string Mean(IReadOnlyList<IReadOnlyDictionary<string, double>> scores) => scores.Average(s => s[Score]).ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The mean over rows of the mean over runs.</summary>
    public string MeanOfMeans(IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, double>>> rows) =>
        rows.Average(r => r.Average(s => s[Score])).ToString(Format, CultureInfo.InvariantCulture);

    private static bool PredictsValues(TrainingRecipe recipe) => recipe.Cells is not { Criterion: CellCriterion.Tau };
}
