using NarFormer.Training.Evaluation;
using NarFormer.Training.Runs;

namespace NarFormer.Training.Studies;

/// <summary>The scores of an ensemble on a split.</summary>
/// <param name="Members">Of each member.</param>
/// <param name="Mean">Of the mean of their predictions.</param>
/// <param name="Families">Of the mean of their predictions, by family; empty for cells.</param>
/// <param name="Networks">The mean of their predictions for each network; empty for cells.</param>
internal sealed record SplitScores(
    IReadOnlyList<IReadOnlyDictionary<string, double>> Members,
    IReadOnlyDictionary<string, double> Mean,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Families,
    IReadOnlyList<ScoredNetwork> Networks)
{
    public static SplitScores Of(ITrainingSession session, IReadOnlyList<RunFolder> runs, string split)
    {
        var labelled = session.Split(split);
        var predictions = session.PredictEach(runs, split);
        double[] mean = TrainedEnsemble.Mean(predictions);
        ScoredNetwork[] networks = [.. labelled.Names.Select((n, i) => new ScoredNetwork(n.Family, n.Seed, labelled.Labels[i], mean[i]) { Nodes = n.Nodes })];
        var families = networks.GroupBy(n => n.Family, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => session.Score([.. g.Select(n => n.Truth)], [.. g.Select(n => n.Prediction)]), StringComparer.Ordinal);
        return new SplitScores([.. predictions.Select(p => session.Score(labelled.Labels, p))], session.Score(labelled.Labels, mean), families, networks);
    }
}
