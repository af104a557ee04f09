using NarFormer.Datasets.Profiles;

namespace NarFormer.Training.Samples;

/// <summary>How a network's latency divides into those of its kernels.</summary>
/// <param name="Kernels">The kernel of each node, <c>[nodes]</c>; -1 for a node that no kernel took the place of.</param>
/// <param name="Milliseconds">The time of each kernel, <c>[kernels]</c>; together the network's latency.</param>
public sealed record KernelCosts(int[] Kernels, float[] Milliseconds)
{
    private const int None = -1;

    /// <summary>
    /// The latency <paramref name="milliseconds"/> of a network of <paramref name="nodes"/> nodes, divided as its profile
    /// divides, less the <paramref name="overhead"/> of the profiler, in µs a kernel. Kernels that the runtime added, such as
    /// changes of layout, count for those that they were added for, or where that is not known for all.
    /// </summary>
    /// <exception cref="InvalidDataException">The profile belongs to another network; the message names it.</exception>
    public static KernelCosts Of(NetworkProfile profile, double milliseconds, int nodes, double overhead)
    {
        int[] own = [.. profile.Kernels.Index().Where(k => k.Item is { Nodes.Count: > 0, Kernel.Microseconds: > 0 }).Select(k => k.Index)];
        double[] charged = [.. profile.Kernels.Select(k => ProfilerOverhead.Without(k.Kernel.Microseconds, overhead))];
        for (int k = 0; k < charged.Length; k++)
        {
            if (profile.Kernels[k].Nodes.Count == 0 && AddedKernels.Beneficiary(profile.Kernels, k) is { } beneficiary) charged[beneficiary] += charged[k];
        }

        double[] times = [.. own.Select(k => charged[k])];
        double total = times.Sum();
        int[] places = new int[nodes];
        Array.Fill(places, None);
        for (int kernel = 0; kernel < own.Length; kernel++)
        {
            var group = profile.Kernels[own[kernel]];
            if (group.Nodes.Any(n => n < 0 || n >= nodes)) throw new InvalidDataException($"the profile of {profile.Family}-{profile.Seed} is not one of a network of {nodes} nodes");
            foreach (int node in group.Nodes) places[node] = kernel;
        }

        return new KernelCosts(places, [.. times.Select(t => (float)(milliseconds * t / total))]);
    }
}
