namespace NarFormer.Training.Trust;

/// <summary>How a predictor that never saw some families judges its predictions for them.</summary>
/// <param name="Run">The training.</param>
/// <param name="Known">Its test networks of families that it was trained on.</param>
/// <param name="Unknown">Networks of the families left out.</param>
/// <param name="Auc">
/// The probability that a network of a family left out lies farther from the training data than a test network of a known family.
/// </param>
public sealed record LeftOutScores(string Run, TrustScores Known, TrustScores Unknown, double Auc);
