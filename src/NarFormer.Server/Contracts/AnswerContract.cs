namespace NarFormer.Server.Contracts;

/// <summary>What is known of a network or cell on one platform.</summary>
/// <param name="Platform">The machine and runtime.</param>
/// <param name="Predictor">The name of the predictor; null if it was measured.</param>
/// <param name="Source"><c>measured</c> or <c>predicted</c>.</param>
/// <param name="Value">The value, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit, for example <c>ms</c>; empty for a share such as accuracy.</param>
/// <param name="Milliseconds">The value where it is a time; else null.</param>
/// <param name="Low">The lower end: of the interval, or of what was measured.</param>
/// <param name="High">The upper end of the interval.</param>
/// <param name="Coverage">The share of networks whose truth lies in their interval.</param>
/// <param name="Familiar">Whether the network is like the training data; only then does the interval mean what it says.</param>
/// <param name="At">When it was measured or predicted.</param>
public sealed record AnswerContract(
    string Platform,
    string? Predictor,
    string Source,
    double Value,
    string Unit,
    double? Milliseconds,
    double? Low,
    double? High,
    double? Coverage,
    bool? Familiar,
    DateTimeOffset At);
