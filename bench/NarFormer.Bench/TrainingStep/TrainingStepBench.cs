using System.Diagnostics;
using System.Globalization;
using NarFormer.Architecture;
using NarFormer.Training.Native;
using NarFormer.Training.Network;
using static TorchSharp.torch;

namespace NarFormer.Bench.TrainingStep;

/// <summary>A training step of the published network on 16 networks: packed, and graph by graph, on the same libtorch.</summary>
internal static class TrainingStepBench
{
    private const int WarmUp = 20;
    private const int StepsInARow = 5;

    public static int Run(string[] options, TextWriter output, TextWriter error)
    {
        int rounds = 25;
        if (options.Length > 1 || (options.Length == 1 && !int.TryParse(options[0], CultureInfo.InvariantCulture, out rounds)) || rounds < 1)
        {
            error.WriteLine("training-step takes one number, the steps to take the median of");
            return 2;
        }

        TorchProcess.Configure();
        var shape = new NetworkOptions { NodeFeatures = SyntheticNetworks.Features, StaticFeatures = SyntheticNetworks.Statics };
        var samples = SyntheticNetworks.All();
        float[] truth = [.. samples.Select((_, i) => 1f + i)];
        using var packedNetwork = new NarFormerNetwork(shape, seed: 1);
        using var loopedNetwork = new NarFormerNetwork(shape, seed: 1);
        var packed = new PackedStep(samples, truth, packedNetwork);
        var looped = new GraphByGraphStep(samples, truth, loopedNetwork);
        output.WriteLine($"{SyntheticNetworks.Graphs} networks, {SyntheticNetworks.Nodes} nodes, {packedNetwork.parameters().Sum(p => p.numel()):N0} parameters, {get_num_threads()} threads, median of {rounds} steps");
        output.WriteLine($"largest relative difference of the two ways' predictions: {Difference(packed, looped):E1}");

        IStep[] steps = [packed, looped, new MatrixProductStep(shape, SyntheticNetworks.Nodes, SyntheticNetworks.Graphs)];
        double[] medians = Medians(steps, rounds);
        for (int i = 0; i < steps.Length; i++) output.WriteLine($"{steps[i].Name,-24}{medians[i],10:F1} ms");
        output.WriteLine($"{"graph by graph : packed",-24}{medians[1] / medians[0],10:F2}");
        output.WriteLine($"{"packed : products alone",-24}{medians[0] / medians[2],10:F2}");
        return 0;
    }

    private static double Difference(PackedStep packed, GraphByGraphStep looped)
    {
        using var scope = NewDisposeScope();
        var reference = looped.Predictions(training: false);
        return ((packed.Predictions() - reference) / reference).abs().max().item<float>();
    }

    /// <summary>The ways take turns, each with several steps in a row as in a training.</summary>
    private static double[] Medians(IStep[] steps, int rounds)
    {
        var times = steps.Select(_ => new List<double>(rounds)).ToArray();
        foreach (var step in steps) Repeat(step, WarmUp, null);
        for (int done = 0; done < rounds; done += StepsInARow)
        {
            for (int i = 0; i < steps.Length; i++) Repeat(steps[i], Math.Min(StepsInARow, rounds - done), times[i]);
        }

        return [.. times.Select(t => t.Order().ElementAt(t.Count / 2))];
    }

    private static void Repeat(IStep step, int times, List<double>? log)
    {
        for (int i = 0; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            step.Take();
            log?.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
