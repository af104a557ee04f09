using NarFormer.Server.Contracts;
using NarFormer.Server.Predictors;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>Joins what was measured and what was predicted into one answer for each platform.</summary>
internal sealed class NetworkAnswers(PredictorCatalog predictors, INetworkStore store)
{
    private const string MillisecondsUnit = "ms";

    /// <summary>What the store knows of the network <paramref name="hash"/>; nothing is predicted.</summary>
    public async Task<IReadOnlyList<AnswerContract>> KnownAsync(string hash, CancellationToken cancellation) => Of(
        await store.MeasurementsAsync(hash, cancellation).ConfigureAwait(false),
        await store.PredictionsAsync(hash, cancellation).ConfigureAwait(false));

    /// <summary>One answer for each platform: the newest measurement, else the prediction of a served predictor. Platforms of served predictors come first.</summary>
    public IReadOnlyList<AnswerContract> Of(IReadOnlyList<StoredMeasurement> measurements, IReadOnlyList<StoredPrediction> predictions)
    {
        var answers = new List<AnswerContract>();
        foreach (var predictor in predictors.Networks)
        {
            string platform = predictor.Description.Platform;
            if (answers.Exists(a => a.Platform == platform)) continue;
            if (measurements.Where(m => m.Platform == platform).MaxBy(m => m.At) is { } measured) answers.Add(Measured(measured));
            else if (predictions.FirstOrDefault(p => p.Predictor == predictor.Version) is { } predicted) answers.Add(Predicted(predicted, predictor));
        }

        foreach (var platform in measurements.GroupBy(m => m.Platform).Where(g => !answers.Exists(a => a.Platform == g.Key)).OrderBy(g => g.Key, StringComparer.Ordinal))
            answers.Add(Measured(platform.MaxBy(m => m.At)!));
        return answers;
    }

    private static AnswerContract Measured(StoredMeasurement measurement) => new(
        measurement.Platform, Predictor: null, "measured", measurement.LabelMs, MillisecondsUnit, measurement.LabelMs, measurement.LowMs, High: null, Coverage: null, Familiar: null, measurement.At);

    private static AnswerContract Predicted(StoredPrediction prediction, ServedNetworkPredictor predictor)
    {
        string unit = predictor.Description.Unit;
        return new AnswerContract(
            prediction.Platform, predictor.Description.Name, "predicted", prediction.Value, unit, unit == MillisecondsUnit ? prediction.Value : null,
            prediction.Low, prediction.High, prediction.Coverage, prediction.Familiar, prediction.At);
    }
}
