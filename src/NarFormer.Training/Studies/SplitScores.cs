using NarFormer.Training.Runs;

namespace NarFormer.Training.Studies;

/// <summary>The scores of an ensemble on a split.</summary>
/// <param name="Members">Of each member.</param>
/// <param name="Mean">Of the mean of their predictions.</param>
internal sealed record SplitScores(IReadOnlyList<IReadOnlyDictionary<string, double>> Members, IReadOnlyDictionary<string, double> Mean)
{
    public static SplitScores Of(ITrainingSession session, TrainedEnsemble ensemble, string split)
    {
        var labelled = session.Split(split);
        var predictions = ensemble.PredictEach(labelled.Networks);
        return new SplitScores([.. predictions.Select(p => session.Score(labelled.Labels, p))], session.Score(labelled.Labels, TrainedEnsemble.Mean(predictions)));
    }
}
