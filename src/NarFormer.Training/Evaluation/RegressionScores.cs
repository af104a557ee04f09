namespace NarFormer.Training.Evaluation;

/// <summary>How well positive predictions fit measured values.</summary>
/// <param name="Count">The number of networks.</param>
/// <param name="Mape">Mean absolute percentage error, as a share: 0.05 is 5 %.</param>
/// <param name="Acc10">Share of networks whose prediction is off by at most 10 %.</param>
/// <param name="Acc5">Share of networks whose prediction is off by at most 5 %.</param>
/// <param name="Acc1">Share of networks whose prediction is off by at most 1 %.</param>
/// <param name="KendallTau">Kendall's tau-b.</param>
/// <param name="Spearman">Spearman's rank correlation.</param>
/// <param name="Pearson">Pearson's linear correlation.</param>
public sealed record RegressionScores(
    int Count, double Mape, double Acc10, double Acc5, double Acc1, double KendallTau, double Spearman, double Pearson)
{
    /// <summary>Scores <paramref name="prediction"/> against <paramref name="truth"/>, both <c>[networks]</c>.</summary>
    /// <exception cref="ArgumentException">The lists are empty or differ in length.</exception>
    public static RegressionScores Of(ReadOnlySpan<double> truth, ReadOnlySpan<double> prediction)
    {
        if (truth.IsEmpty) throw new ArgumentException("nothing to score", nameof(truth));
        if (truth.Length != prediction.Length)
            throw new ArgumentException($"{truth.Length} values against {prediction.Length} predictions", nameof(prediction));

        double[] errors = RelativeErrors.Of(truth, prediction);
        return new RegressionScores(
            errors.Length,
            errors.Average(),
            Within(errors, 0.10),
            Within(errors, 0.05),
            Within(errors, 0.01),
            Correlation.KendallTau(truth, prediction),
            Correlation.Spearman(truth, prediction),
            Correlation.Pearson(truth, prediction));
    }

    private static double Within(double[] errors, double bound) => errors.Count(e => e <= bound) / (double)errors.Length;
}
