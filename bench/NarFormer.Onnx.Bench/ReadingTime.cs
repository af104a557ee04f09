using System.Diagnostics;

namespace NarFormer.Onnx.Bench;

/// <summary>How long reading takes once the process is warm: wall time of the fastest and the median read, and processor time, which other work on the machine does not lengthen.</summary>
internal static class ReadingTime
{
    private const int Rounds = 40;

    public static int Run(IEnumerable<string> paths, TextWriter output)
    {
        var reader = new OnnxReader();
        output.WriteLine("| file | nodes | fastest ms | median ms | processor ms | KB allocated |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (string file in NetworkFiles.Of(paths))
        {
            try
            {
                for (int i = 0; i < Rounds; i++) reader.Read(file);
                int nodes = reader.Read(file).Nodes.Count;
                long before = GC.GetAllocatedBytesForCurrentThread();
                var processor = Environment.CpuUsage.TotalTime;
                double[] times = [.. Enumerable.Range(0, Rounds).Select(_ => Time(reader, file)).Order()];
                long allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
                double busy = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / Rounds;
                output.WriteLine($"| {Path.GetFileName(file)} | {nodes} | {times[0]:0.00} | {times[Rounds / 2]:0.00} | {busy:0.00} | {allocated / 1024} |");
            }
            catch (OnnxException)
            {
                output.WriteLine($"| {Path.GetFileName(file)} | | not read | | | |");
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
