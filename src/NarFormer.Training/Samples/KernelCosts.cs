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
    /// changes of layout, are spread over the others.
    /// </summary>
    /// <exception cref="InvalidDataException">The profile belongs to another network; the message names it.</exception>
    public static KernelCosts Of(NetworkProfile profile, double milliseconds, int nodes, double overhead)
    {
        var kernels = profile.Kernels.Where(k => k.Nodes.Count > 0 && k.Kernel.Microseconds > 0).ToArray();
        double[] times = [.. kernels.Select(k => ProfilerOverhead.Without(k.Kernel.Microseconds, overhead))];
        double total = times.Sum();
        int[] places = new int[nodes];
        Array.Fill(places, None);
        foreach (var (kernel, group) in kernels.Index())
        {
            if (group.Nodes.Any(n => n < 0 || n >= nodes)) throw new InvalidDataException($"the profile of {profile.Family}-{profile.Seed} is not one of a network of {nodes} nodes");
            foreach (int node in group.Nodes) places[node] = kernel;
        }

        return new KernelCosts(places, [.. times.Select(t => (float)(milliseconds * t / total))]);
    }
}
