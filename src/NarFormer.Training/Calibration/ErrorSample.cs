using NarFormer.Description;

namespace NarFormer.Training.Calibration;

/// <summary>A prediction whose error is known.</summary>
/// <param name="Signs">What was known when it was made.</param>
/// <param name="LogError"><c>|ln(prediction / truth)|</c>.</param>
internal readonly record struct ErrorSample(ErrorSigns Signs, double LogError);
