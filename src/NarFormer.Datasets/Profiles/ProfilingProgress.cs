namespace NarFormer.Datasets.Profiles;

/// <summary>How far profiling is.</summary>
/// <param name="Done">Networks profiled, those of earlier runs included.</param>
/// <param name="Total">All networks.</param>
/// <param name="Left">The time left at the pace of this run.</param>
/// <param name="Last">The profile just made.</param>
public readonly record struct ProfilingProgress(int Done, int Total, TimeSpan Left, NetworkProfile Last);
