namespace NarFormer.Training.Evaluation;

/// <summary>Scores over all networks and for each family.</summary>
/// <param name="All">Over all networks.</param>
/// <param name="Families">By family, in the order of names.</param>
public sealed record FamilyScores(RegressionScores All, IReadOnlyDictionary<string, RegressionScores> Families)
{
    /// <summary>Scores <paramref name="networks"/>.</summary>
    /// <exception cref="ArgumentException">There are no networks.</exception>
    public static FamilyScores Of(IReadOnlyList<ScoredNetwork> networks) => new(
        Scores(networks),
        new SortedDictionary<string, RegressionScores>(
            networks.GroupBy(n => n.Family, StringComparer.Ordinal).ToDictionary(g => g.Key, Scores, StringComparer.Ordinal),
            StringComparer.Ordinal));

    private static RegressionScores Scores(IEnumerable<ScoredNetwork> networks) => RegressionScores.Of(
        networks.Select(n => n.Truth).ToArray(), networks.Select(n => n.Prediction).ToArray());
}
