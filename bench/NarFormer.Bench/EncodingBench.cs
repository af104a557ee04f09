using System.Diagnostics;
using Google.Protobuf;
using NarFormer.Encoding;
using NarFormer.Onnx;
using NarFormer.Zoo;

namespace NarFormer.Bench;

/// <summary>How long it takes from an ONNX file to features, shapes included, in a process that is warm.</summary>
internal static class EncodingBench
{
    private const int Rounds = 200;
    private static readonly string[] Families = ["resnet", "mobilenetv3", "densenet", "efficientnet"];

    /// <summary>Prints one line a network: the median and the lower quartile of reading, encoding and both, in ms.</summary>
    public static void Run(TextWriter output)
    {
        output.WriteLine($"{"network",-16}{"nodes",6}{"read",10}{"encode",10}{"both",10}{"both, lower quartile",24}   (ms, median of {Rounds})");
        foreach (string family in Families)
        {
            string path = Path.Combine(Path.GetTempPath(), $"narformer-bench-{family}.onnx");
            File.WriteAllBytes(path, ZooCatalog.Find(family).Generate(seed: 0).ToByteArray());
            try
            {
                Print(family, path, output);
            }
            finally
            {
                File.Delete(path);
            }
        }
    }

    private static void Print(string family, string path, TextWriter output)
    {
        var reader = new OnnxReader();
        var encoding = new UniversalEncoding();
        double[] read = new double[Rounds], encode = new double[Rounds], both = new double[Rounds];
        int nodes = 0;
        for (int round = -Rounds; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            var graph = reader.Read(path);
            long middle = Stopwatch.GetTimestamp();
            var encoded = encoding.Encode(graph);
            long end = Stopwatch.GetTimestamp();
            nodes = encoded.NodeCount;
            if (round < 0) continue;
            read[round] = Stopwatch.GetElapsedTime(start, middle).TotalMilliseconds;
            encode[round] = Stopwatch.GetElapsedTime(middle, end).TotalMilliseconds;
            both[round] = Stopwatch.GetElapsedTime(start, end).TotalMilliseconds;
        }

        output.WriteLine($"{family,-16}{nodes,6}{At(read, 0.5),10:F2}{At(encode, 0.5),10:F2}{At(both, 0.5),10:F2}{At(both, 0.25),24:F2}");
    }

    private static double At(double[] times, double share) => times.Order().ElementAt((int)(share * times.Length));
}
