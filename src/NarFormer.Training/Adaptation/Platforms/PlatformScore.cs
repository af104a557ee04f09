using NarFormer.Training.Evaluation;

namespace NarFormer.Training.Adaptation.Platforms;

/// <summary>How well a method predicts the test networks of the new platform.</summary>
/// <param name="Method">See <see cref="PlatformMethod"/>.</param>
/// <param name="Measurements">Measurements on the new platform.</param>
/// <param name="Draws">The scores of each draw of measurements.</param>
public sealed record PlatformScore(string Method, int Measurements, IReadOnlyList<RegressionScores> Draws);
