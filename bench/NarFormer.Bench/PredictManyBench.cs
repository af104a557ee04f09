using System.Diagnostics;
using Google.Protobuf;
using NarFormer.Zoo;

namespace NarFormer.Bench;

/// <summary>Files a second through the command: the whole process of one <c>narformer predict</c> on many networks, and on one.</summary>
internal static class PredictManyBench
{
    private const int Networks = 1_000;
    private const int ColdStarts = 10;

    /// <summary>Writes networks of all families to a temporary folder and runs the command at <paramref name="command"/> on them.</summary>
    public static void Run(string command, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("narformer-bench-");
        try
        {
            for (int i = 0; i < Networks; i++)
            {
                var family = ZooCatalog.Architectures[i % ZooCatalog.Architectures.Count];
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{family.Name}-{i}.onnx"), family.Generate((ulong)i).ToByteArray());
            }

            string one = Directory.EnumerateFiles(folder.FullName, "resnet-*").Order(StringComparer.Ordinal).First();
            double[] cold = [.. Enumerable.Range(0, ColdStarts).Select(_ => Seconds(command, one)).Order()];
            output.WriteLine($"one network, whole process: median {cold[ColdStarts / 2]:F2} s, fastest {cold[0]:F2} s of {ColdStarts}");
            double seconds = Seconds(command, folder.FullName);
            output.WriteLine($"{Networks} networks, whole process: {seconds:F1} s, {Networks / seconds:F0} networks a second on {Environment.ProcessorCount} processors");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Seconds(string command, string path)
    {
        long start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(command, ["predict", path, "--json"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{command} did not start");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(start).TotalSeconds : throw new InvalidOperationException($"{command} predict {path} failed with {process.ExitCode}");
    }
}
