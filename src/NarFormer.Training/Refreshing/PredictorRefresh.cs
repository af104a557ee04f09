using NarFormer.Export;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Exporting;
using NarFormer.Training.Runs;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Refreshing;

/// <summary>Holds a newly trained network against the predictor in use, and puts it in its place if it is better.</summary>
public static class PredictorRefresh
{
    private const double Tolerance = 1e-4;

    /// <summary>
    /// Writes the predictor of <paramref name="run"/> to <paramref name="predictorPath"/> if there is none yet, or if its MAPE on
    /// the test split is lower than that of the one there. The file is replaced as a whole.
    /// </summary>
    /// <exception cref="InvalidDataException">The predictor there is for another platform, or the new one does not predict what the trained network does.</exception>
    public static RefreshOutcome Replace(TrainingSession session, RunFolder run, string predictorPath, CancellationToken cancellation)
    {
        string candidate = predictorPath + ".candidate";
        try
        {
            PredictorExport.Of(session, [run], Path.GetFileNameWithoutExtension(predictorPath), WeightPrecision.Single).Write(candidate);
            double difference = PredictorExport.LargestDifference(session, [run], candidate);
            if (difference > Tolerance) throw new InvalidDataException(FormattableString.Invariant($"{candidate}: its predictions differ from those of the trained network by up to {difference:E1}"));
            double trained = MapeOf(candidate, session, cancellation);
            double? old = File.Exists(predictorPath) ? MapeOf(predictorPath, session, cancellation) : null;
            bool better = old is null || trained < old;
            if (better) File.Move(candidate, predictorPath, overwrite: true);
            return new RefreshOutcome(session.Samples.Test.Count, old, trained, better);
        }
        finally
        {
            File.Delete(candidate);
        }
    }

    private static double MapeOf(string path, TrainingSession session, CancellationToken cancellation)
    {
        using var predictor = Predictor.Load(path);
        string platform = DatasetIdentity.Of(session.Recipe.Dataset).Platform;
        if (predictor.Description.Platform != platform) throw new InvalidDataException($"{path}: is for {predictor.Description.Platform}, not for {platform}");
        var samples = predictor.Encoding.Name == session.Encoding.Name
            ? session.Samples.Test
            : SampleSelection.Of(SampleLoader.Load(session.Recipe.Dataset, predictor.Encoding, platform: null, cancellation), session.Recipe).Test;
        return RegressionScores.Of([.. samples.Select(s => s.LatencyMs)], [.. predictor.PredictMany(samples.Select(s => s.Network)).Select(p => p.Value)]).Mape;
    }
}
