using System.Diagnostics;

namespace NarFormer.Store.Bench;

/// <summary>How long a search among many vectors takes on one thread once the process is warm.</summary>
internal static class SearchTime
{
    private const int Width = 192, Nearest = 10, Searches = 100;

    public static int Run(TextWriter output)
    {
        output.WriteLine("| vectors | width | fastest ms | median ms | slowest ms |");
        output.WriteLine("|---:|---:|---:|---:|---:|");
        var random = new Random(1);
        var networks = new SimilarNetworks();
        foreach (int count in new[] { 1_000, 10_000, 100_000 })
        {
            while (networks.Count < count) networks.Add(new StoredVector($"{networks.Count:x32}", Vector(random)));
            double[] times = [.. Enumerable.Range(0, Searches * 2).Select(_ => Time(networks, Vector(random))).Skip(Searches).Order()];
            output.WriteLine($"| {count:N0} | {Width} | {times[0]:0.00} | {times[Searches / 2]:0.00} | {times[^1]:0.00} |");
        }

        return 0;
    }

    private static double Time(SimilarNetworks networks, float[] point)
    {
        long start = Stopwatch.GetTimestamp();
        networks.Nearest(point, Nearest);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static float[] Vector(Random random) => [.. Enumerable.Range(0, Width).Select(_ => random.NextSingle())];
}
