namespace NarFormer.Datasets.Latency;

/// <summary>What decides the split of a network.</summary>
/// <param name="Family">The family.</param>
/// <param name="Seed">The seed in the family.</param>
/// <param name="Graph">The hash of the network without its name.</param>
internal readonly record struct SplitKey(string Family, ulong Seed, string Graph);
