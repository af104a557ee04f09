namespace NarFormer.Training.Adaptation.Platforms;

/// <summary>What a study of two platforms gave.</summary>
/// <param name="From">The platform that the predictor was trained for.</param>
/// <param name="To">The platform that it was adapted to.</param>
/// <param name="Candidates">Networks of which measurements were drawn.</param>
/// <param name="Tested">Networks that were asked for; the predictor was not trained on them.</param>
/// <param name="Factor">The geometric mean over the tested networks of latency on the new / on the old platform.</param>
/// <param name="Scores">The scores of each method and number of measurements.</param>
public sealed record PlatformStudyResult(string From, string To, int Candidates, int Tested, double Factor, IReadOnlyList<PlatformScore> Scores);
