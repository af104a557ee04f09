using NarFormer.Architecture;

namespace NarFormer.Description;

/// <summary>What a predictor file says about itself.</summary>
public sealed record PredictorDescription
{
    /// <summary>What to call the predictor, for example <c>latency-ort-cpu</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What is predicted, for example <c>latency</c>.</summary>
    public required string Predicts { get; init; }

    /// <summary>The unit of predictions, for example <c>ms</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The machine and runtime that the predictions are for.</summary>
    public required string Platform { get; init; }

    /// <summary>The encoding with its version, for example <c>universal-3</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>The shape of the network.</summary>
    public required NetworkOptions Network { get; init; }

    /// <summary>Networks whose mean is the prediction, 1 or above; 1 in files that do not say.</summary>
    public int Members
    {
        get => Math.Max(field, 1);
        init;
    }

    /// <summary>The cells that it takes; null if it takes whole networks.</summary>
    public CellsDescription? Cells { get; init; }

    /// <summary>What the predictor learnt from.</summary>
    public required TrainingDataDescription TrainingData { get; init; }

    /// <summary>What it was before it was fitted to its platform by a few measurements; null if it was trained for it.</summary>
    public AdaptationDescription? Adaptation { get; init; }

    /// <summary>How well it predicts networks that it did not learn from, by the name of the split.</summary>
    public required IReadOnlyDictionary<string, PredictorScore> Scores { get; init; }

    /// <summary>How far predictions lie off, one width for all, by ascending coverage.</summary>
    public required IReadOnlyList<ErrorQuantile> ErrorQuantiles { get; init; }

    /// <summary>How far each prediction lies off; null in files that know only one width for all.</summary>
    public ErrorScale? ErrorScale { get; init; }
}
