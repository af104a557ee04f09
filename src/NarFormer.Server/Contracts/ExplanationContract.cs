namespace NarFormer.Server.Contracts;

/// <summary>Whose prediction the shares of a graph explain.</summary>
/// <param name="Predictor">The predictor.</param>
/// <param name="Platform">What it predicts for.</param>
/// <param name="Unit">The unit of the prediction and of its parts.</param>
/// <param name="Value">The prediction: the sum of all parts.</param>
public sealed record ExplanationContract(string Predictor, string Platform, string Unit, double Value);
