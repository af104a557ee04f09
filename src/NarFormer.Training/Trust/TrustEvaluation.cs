using NarFormer.Training.Calibration;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;

namespace NarFormer.Training.Trust;

/// <summary>
/// Calibrates trained networks as <c>export</c> does, on their training and validation networks, and sees how the calibration holds
/// on test networks.
/// </summary>
public static class TrustEvaluation
{
    /// <summary>Evaluates <paramref name="runs"/>, together, and each of the trainings <paramref name="leftOut"/> that left families out.</summary>
    /// <exception cref="InvalidDataException">A training cannot be read, or tests on families that it was trained on.</exception>
    public static TrustReport Of(TrainingSession session, IReadOnlyList<RunFolder> runs, IReadOnlyList<NamedRuns> leftOut, IProgress<string>? progress, CancellationToken cancellation)
    {
        var known = OfKnown(session, runs);
        var scores = new List<LeftOutScores>();
        foreach (var named in leftOut)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(named.Name);
            var recipe = RecipeFile.Read(named.Runs[0].Recipe);
            session = session.For(recipe) as TrainingSession ?? TrainingSession.Load(recipe, cancellation);
            scores.Add(OfLeftOut(session, named));
        }

        return new TrustReport(FamiliarityFit.FalseAlarmRate, known, scores);
    }

    private static TrustScores OfKnown(TrainingSession session, IReadOnlyList<RunFolder> runs)
    {
        using var network = session.Trained(runs);
        var calibration = Calibrated(session, network);
        return TrustScores.Of(JudgedNetwork.Of(PredictedNetworks.Of(network, session.Samples.Test), calibration.Familiarity), calibration);
    }

    private static LeftOutScores OfLeftOut(TrainingSession session, NamedRuns named)
    {
        var recipe = session.Recipe;
        var trained = session.Samples.Training.Select(s => s.Family).ToHashSet(StringComparer.Ordinal);
        if (session.Samples.Test.FirstOrDefault(s => trained.Contains(s.Family)) is { } seen)
            throw new InvalidDataException($"{named.Runs[0].Folder}: tests on '{seen.Family}', which it was trained on; trainings that leave families out are asked for");
        var parts = recipe.Networks ?? new NetworksRecipe();
        var ofKnown = (TrainingSession)session.For(recipe with { Networks = parts with { Test = parts.Train, TestsEverySplit = false } })!;
        using var network = session.Trained(named.Runs);
        var calibration = Calibrated(session, network);
        var known = JudgedNetwork.Of(PredictedNetworks.Of(network, ofKnown.Samples.Test), calibration.Familiarity);
        var unknown = JudgedNetwork.Of(PredictedNetworks.Of(network, session.Samples.Test), calibration.Familiarity);
        return new LeftOutScores(
            named.Name,
            TrustScores.Of(known, calibration),
            TrustScores.Of(unknown, calibration),
            AreaUnderCurve.Of([.. known.Select(n => n.Finding.Distance)], [.. unknown.Select(n => n.Finding.Distance)]));
    }

    private static PredictorCalibration Calibrated(TrainingSession session, TrainedEnsemble network) =>
        PredictorCalibration.Of(PredictedNetworks.Of(network, session.Samples.Training), PredictedNetworks.Of(network, session.Samples.Validation));
}
