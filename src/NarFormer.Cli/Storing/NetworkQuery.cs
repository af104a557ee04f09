using NarFormer.Cli.Measuring;
using NarFormer.Cli.Verbs;
using NarFormer.Onnx;
using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>Finds out how long networks take: by the store, else by measuring, else by a predictor. What is found out is remembered.</summary>
internal sealed class NetworkQuery(INetworkStore store, TimeProvider clock, OnnxReadOptions options, string platform, string predictorName) : IDisposable
{
    private readonly NetworkCapture _capture = new(clock, options);
    private Predictor? _loaded;

    private Predictor Predictor => _loaded ??= PredictVerb.Load(predictorName);

    /// <summary>Measures the file now, and predicts it where the predictor is for the platform.</summary>
    public async Task<QueriedNetwork> MeasureAsync(string file, MeasuringProcess measuring, CancellationToken cancellation)
    {
        var captured = _capture.File(file);
        var measurement = ReportedMeasurement.Of(await measuring.MeasureAsync(file, cancellation), captured.Network.Hash);
        await store.ImportAsync(captured.With(measurement), cancellation);
        var measured = Answer.Of([measurement], []);
        try
        {
            return new QueriedNetwork(file, captured, IsForPlatform(Predictor) ? [.. measured, .. Answer.Of([], [await PredictAsync(captured, cancellation)])] : measured);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidDataException or IOException)
        {
            return new QueriedNetwork(file, captured, measured) { Warning = $"not predicted: {e.Message}" };
        }
    }

    /// <summary>What was measured on the platform; where nothing was, what is predicted.</summary>
    /// <exception cref="InvalidDataException">Neither is there.</exception>
    public async Task<QueriedNetwork> AskAsync(string file, CancellationToken cancellation)
    {
        var captured = _capture.File(file);
        var measured = (await store.MeasurementsAsync(captured.Network.Hash, cancellation)).Where(m => PlatformOption.Matches(platform, m.Platform)).ToList();
        return new QueriedNetwork(file, captured, Answer.Of(measured, measured.Count > 0 ? [] : [await PredictAsync(captured, cancellation)]));
    }

    /// <inheritdoc/>
    public void Dispose() => _loaded?.Dispose();

    private bool IsForPlatform(Predictor predictor) => PlatformOption.Matches(platform, predictor.Description.Platform);

    private async Task<StoredPrediction> PredictAsync(CapturedNetwork captured, CancellationToken cancellation)
    {
        var predictor = Predictor;
        string predicted = predictor.Description.Platform;
        if (!IsForPlatform(predictor))
            throw new InvalidDataException($"{captured.Network.Name} was not measured on {platform}, and predictor {predictor.Description.Name} is for {predicted}");
        var graph = predictor.Encoding.FoldsConstants ? captured.Graph : StoredModel.Read(captured.Model, captured.Network.Name, foldConstants: false);
        var value = predictor.Predict(graph);
        var prediction = new StoredPrediction(
            captured.Network.Hash, predicted, predictor.Version, value.Value, value.Low, value.High, value.Coverage, value.IsFamiliar, clock.GetUtcNow());
        var entry = captured.With() with
        {
            Predictions = [prediction],
            Vectors = new Dictionary<string, ReadOnlyMemory<float>>(StringComparer.Ordinal) { [predictor.Version] = value.Embedding },
        };
        await store.ImportAsync(entry, cancellation);
        return prediction;
    }
}
