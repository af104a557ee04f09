namespace NarFormer.Store;

/// <summary>A value that was predicted.</summary>
/// <param name="Hash">The network.</param>
/// <param name="Platform">The machine and runtime that it is for.</param>
/// <param name="Predictor">The predictor's name and the hash of its file.</param>
/// <param name="Value">The value, in the predictor's unit.</param>
/// <param name="Low">The lower end of the interval, if there is one.</param>
/// <param name="High">The upper end of the interval, if there is one.</param>
/// <param name="Coverage">The share of networks whose truth lies in their interval.</param>
/// <param name="Familiar">Whether the network is like the predictor's training data, if the predictor can tell.</param>
/// <param name="At">When it was predicted.</param>
public sealed record StoredPrediction(
    string Hash, string Platform, string Predictor, double Value, double? Low, double? High, double? Coverage, bool? Familiar, DateTimeOffset At);
