using NarFormer.Server.Contracts;
using NarFormer.Server.Predictors;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>Joins what was measured and what was predicted into one answer for each platform.</summary>
internal sealed class NetworkAnswers(PredictorCatalog predictors, INetworkStore store)
{
    private const string Milliseconds = "ms";

    /// <summary>What the store knows of the network <paramref name="hash"/>; nothing is predicted.</summary>
    public async Task<IReadOnlyList<AnswerContract>> KnownAsync(string hash, CancellationToken cancellation) => Of(
        await store.MeasurementsAsync(hash, cancellation).ConfigureAwait(false),
        await store.PredictionsAsync(hash, cancellation).ConfigureAwait(false));

    /// <summary>
    /// One answer for each platform: the newest measurement, else the prediction of the predictor that is served for it, else
    /// another one. Platforms of served predictors come first.
    /// </summary>
    public IReadOnlyList<AnswerContract> Of(IReadOnlyList<StoredMeasurement> measurements, IReadOnlyList<StoredPrediction> predictions)
    {
        var served = predictors.Networks.Select(p => p.Description.Platform).ToHashSet(StringComparer.Ordinal);
        var current = predictions.Where(p => !served.Contains(p.Platform) || predictors.Networks.Any(s => s.Version == p.Predictor));
        return [.. Answer.Of(measurements, current).OrderByDescending(a => served.Contains(a.Platform)).Select(Of)];
    }

    private AnswerContract Of(Answer answer)
    {
        string unit = predictors.Networks.FirstOrDefault(p => p.Version == answer.Predictor)?.Description.Unit ?? Milliseconds;
        return new AnswerContract(
            answer.Platform,
            answer.Predictor?.Split('@')[0],
            answer.IsMeasured ? "measured" : "predicted",
            answer.Milliseconds,
            unit,
            unit == Milliseconds ? answer.Milliseconds : null,
            answer.Low,
            answer.High,
            answer.Coverage,
            answer.Familiar,
            answer.At);
    }
}
