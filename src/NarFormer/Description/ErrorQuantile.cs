namespace NarFormer.Description;

/// <summary>How far predictions lie off.</summary>
/// <param name="Coverage">A share of networks like those of the training data.</param>
/// <param name="LogError">
/// What <c>|ln(prediction / truth)|</c> stays below for that share: their truth lies in
/// <c>[prediction·e⁻ᑫ, prediction·eᑫ]</c> (split conformal prediction).
/// </param>
public sealed record ErrorQuantile(double Coverage, double LogError);
