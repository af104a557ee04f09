namespace NarFormer.Training.Baselines.Trees;

/// <summary>How much gradient-boosted trees can learn.</summary>
/// <param name="Leaves">The most leaves of a tree.</param>
/// <param name="Trees">Trees.</param>
/// <param name="LearningRate">What each adds.</param>
internal readonly record struct TreeSize(int Leaves, int Trees, double LearningRate);
