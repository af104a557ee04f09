namespace NarFormer.Description;

/// <summary>How many times its expected error a prediction lies off.</summary>
/// <param name="Coverage">A share of networks like those of the training data.</param>
/// <param name="Multiple">What <c>|ln(prediction / truth)|</c> divided by its expected size stays below for that share.</param>
public sealed record ErrorMultiple(double Coverage, double Multiple);
