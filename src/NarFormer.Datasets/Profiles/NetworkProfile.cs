using NarFormer.Measurement.Profiling;

namespace NarFormer.Datasets.Profiles;

/// <summary>The kernels of a network after graph optimisation, with their times: a line of a file of profiles.</summary>
/// <param name="Family">The family in the zoo.</param>
/// <param name="Seed">The seed in the family.</param>
/// <param name="Sha256">The hash of the network's file without weights, as in <c>networks.csv</c>.</param>
/// <param name="Runs">Runs, of which each kernel's fastest counts.</param>
/// <param name="Kernels">The kernels in the order in which they run, each with the operations of the network, read with constants folded, that it took the place of.</param>
public sealed record NetworkProfile(string Family, ulong Seed, string Sha256, int Runs, IReadOnlyList<KernelGroup> Kernels);
