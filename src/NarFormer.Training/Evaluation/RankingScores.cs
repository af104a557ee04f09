namespace NarFormer.Training.Evaluation;

/// <summary>How well predictions order architectures of known accuracy.</summary>
/// <param name="Count">The number of architectures.</param>
/// <param name="KendallTau">Kendall's tau-b.</param>
/// <param name="Spearman">Spearman's rank correlation.</param>
/// <param name="Mape">Mean absolute percentage error, as a share; says nothing of scores that have no unit.</param>
/// <param name="PrecisionAt1Percent">P@1 %: which share of the 1 % predicted best is among the true best 1 %.</param>
/// <param name="PrecisionAt5Percent">P@5 %.</param>
/// <param name="BestRankAt10">N@10: the true rank, from 1, of the best of the ten predicted best.</param>
/// <param name="Regret">How much worse than the best the architecture predicted best is, in the unit of the labels.</param>
public sealed record RankingScores(
    int Count, double KendallTau, double Spearman, double Mape, double PrecisionAt1Percent, double PrecisionAt5Percent, int BestRankAt10, double Regret)
{
    private const int Proposed = 10;

    /// <summary>Scores <paramref name="prediction"/> against <paramref name="truth"/>, both <c>[architectures]</c>.</summary>
    /// <exception cref="ArgumentException">The lists are empty or differ in length.</exception>
    public static RankingScores Of(ReadOnlySpan<double> truth, ReadOnlySpan<double> prediction, bool lowestIsBest = false)
    {
        if (truth.IsEmpty) throw new ArgumentException("nothing to score", nameof(truth));
        int[] byTruth = BestFirst(truth, lowestIsBest), byPrediction = BestFirst(prediction, lowestIsBest);
        int[] rank = new int[byTruth.Length];
        for (int i = 0; i < byTruth.Length; i++) rank[byTruth[i]] = i + 1;
        return new RankingScores(
            truth.Length,
            Correlation.KendallTau(truth, prediction),
            Correlation.Spearman(truth, prediction),
            RelativeErrors.Mean(truth, prediction),
            Precision(rank, byPrediction, 0.01),
            Precision(rank, byPrediction, 0.05),
            byPrediction.Take(Proposed).Min(i => rank[i]),
            Math.Abs(truth[byTruth[0]] - truth[byPrediction[0]]));
    }

    private static double Precision(int[] rank, int[] byPrediction, double share)
    {
        int best = Math.Max(1, (int)(share * rank.Length));
        return byPrediction.Take(best).Count(i => rank[i] <= best) / (double)best;
    }

    private static int[] BestFirst(ReadOnlySpan<double> values, bool lowestIsBest)
    {
        double[] keys = values.ToArray();
        var numbers = Enumerable.Range(0, keys.Length);
        return [.. lowestIsBest ? numbers.OrderBy(i => keys[i]) : numbers.OrderByDescending(i => keys[i])];
    }
}
