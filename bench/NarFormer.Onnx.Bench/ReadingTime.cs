using System.Diagnostics;

namespace NarFormer.Onnx.Bench;

/// <summary>How long reading takes once the process is warm.</summary>
internal static class ReadingTime
{
    private const int Rounds = 20;

    public static int Run(IEnumerable<string> paths, TextWriter output)
    {
        var reader = new OnnxReader();
        output.WriteLine("| file | nodes | median ms | ms per 200 nodes | KB allocated |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (string file in NetworkFiles.Of(paths))
        {
            try
            {
                for (int i = 0; i < Rounds; i++) reader.Read(file);
                int nodes = reader.Read(file).Nodes.Count;
                long before = GC.GetAllocatedBytesForCurrentThread();
                double[] times = [.. Enumerable.Range(0, Rounds).Select(_ => Time(reader, file)).Order()];
                long allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
                double median = times[Rounds / 2];
                output.WriteLine($"| {Path.GetFileName(file)} | {nodes} | {median:0.00} | {median * 200 / Math.Max(1, nodes):0.00} | {allocated / 1024} |");
            }
            catch (OnnxException)
            {
                output.WriteLine($"| {Path.GetFileName(file)} | | not read | | |");
            }
        }

        return 0;
    }

    private static double Time(OnnxReader reader, string file)
    {
        long start = Stopwatch.GetTimestamp();
        reader.Read(file);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
