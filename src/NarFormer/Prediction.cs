namespace NarFormer;

/// <summary>What a predictor says about a network.</summary>
public sealed record Prediction
{
    /// <summary>The most likely value, in <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    /// <summary>The lower end of the interval.</summary>
    public required double Low { get; init; }

    /// <summary>The upper end of the interval.</summary>
    public required double High { get; init; }

    /// <summary>The share of networks like those of the training data whose truth lies in their interval.</summary>
    public required double Coverage { get; init; }

    /// <summary>The unit of the values, for example <c>ms</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The machine and runtime that the prediction is for.</summary>
    public required string Platform { get; init; }

    /// <summary>Whether the network is like the training data; only then does the interval mean what it says.</summary>
    public required bool IsFamiliar { get; init; }

    /// <summary>The distance from the training data as a multiple of what is familiar.</summary>
    public required double Distance { get; init; }

    /// <summary>Why the network is not familiar; empty if it is.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>A vector in which networks that are alike lie near, <c>[hidden]</c>.</summary>
    public required ReadOnlyMemory<float> Embedding { get; init; }

    /// <summary>The part of the value that each encoded node has, <c>[nodes]</c>, where the predictor sums node costs; else empty.</summary>
    public required IReadOnlyList<float> NodeCosts { get; init; }
}
