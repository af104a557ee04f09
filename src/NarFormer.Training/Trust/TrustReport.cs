namespace NarFormer.Training.Trust;

/// <summary>How far a predictor's intervals and its test of what is familiar can be relied on.</summary>
/// <param name="FalseAlarmRate">The share of networks like the training data that the test is set to flag.</param>
/// <param name="Known">Test networks of families that the predictor was trained on.</param>
/// <param name="LeftOut">Trainings of the same kind that left families out, each on those families; may be empty.</param>
public sealed record TrustReport(double FalseAlarmRate, TrustScores Known, IReadOnlyList<LeftOutScores> LeftOut);
