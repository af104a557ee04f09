namespace NarFormer.Training.Evaluation;

/// <summary>The scores of one predictor.</summary>
/// <param name="Name">The predictor.</param>
/// <param name="Scores">Its scores.</param>
public sealed record PredictorScores(string Name, FamilyScores Scores);
