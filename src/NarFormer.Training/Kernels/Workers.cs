using static TorchSharp.torch;

namespace NarFormer.Training.Kernels;

/// <summary>Spreads work over as many threads as libtorch uses. Which thread takes a part never changes a result.</summary>
internal static class Workers
{
    private static readonly WorkerTeam Team = new(Environment.ProcessorCount - 1, TimeSpan.FromMilliseconds(1));

    /// <summary>Runs parts 0 to <paramref name="parts"/> − 1.</summary>
    public static void Run(int parts, Action<int> part) => Team.Run(parts, Math.Min(get_num_threads(), parts) - 1, part);

    /// <summary>Does the <paramref name="work"/> of each of <paramref name="count"/> rows.</summary>
    public static void RunRows(int count, Action<int> work) => RunRanges(count, 1, (_, range) =>
    {
        for (int row = range.Start.Value; row < range.End.Value; row++) work(row);
    });

    /// <summary>Cuts <paramref name="count"/> into a range for each thread, each but the last a multiple of <paramref name="grain"/>, and numbers them.</summary>
    public static void RunRanges(int count, int grain, Action<int, Range> work)
    {
        int grains = (count + grain - 1) / grain;
        int parts = Math.Min(get_num_threads(), grains);
        Run(parts, part => work(part, Bound(part, parts, grains, grain, count)..Bound(part + 1, parts, grains, grain, count)));
    }

    private static int Bound(int part, int parts, int grains, int grain, int count) => Math.Min(count, (int)((long)part * grains / parts) * grain);
}
