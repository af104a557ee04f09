namespace NarFormer.Server.Contracts;

/// <summary>A network that was both measured and predicted.</summary>
/// <param name="Hash">What it is called here.</param>
/// <param name="Name">The name of the file that brought it first.</param>
/// <param name="Family">Its family, where that is known.</param>
/// <param name="Measured">What was measured on the predictor's platform, in its unit.</param>
/// <param name="Predicted">What the predictor says.</param>
public sealed record PredictorError(string Hash, string Name, string? Family, double Measured, double Predicted);
