using System.Diagnostics;
using Google.Protobuf;
using NarFormer.Encoding;
using NarFormer.Encoding.Safetensors;
using NarFormer.Export;
using NarFormer.Runtime;
using NarFormer.Training.Native;
using NarFormer.Training.Network;
using static TorchSharp.torch;

namespace NarFormer.Bench.Runtime;

/// <summary>One network in two runtimes, timed in turn; what each needs of a packed batch (degrees, neighbours) is made anew for each run.</summary>
internal sealed class RuntimeContest : IDisposable
{
    private const double Seconds = 3;
    private const int FewestRuns = 5;

    private readonly NarFormerNetwork _network;
    private readonly PredictorSession _session;

    public RuntimeContest(NarFormerNetwork network)
    {
        _network = network;
        var weights = network.named_parameters().ToDictionary(p => p.name, p => SafetensorsTensor.Of(p.parameter.Singles(), p.parameter.shape));
        _session = new PredictorSession(PredictorGraph.Build(network.Options, weights, WeightPrecision.Single).ToByteArray(), network.Options.Edges);
    }

    /// <summary>Median times of both, ms.</summary>
    /// <exception cref="InvalidOperationException">Their predictions differ.</exception>
    public (double Runtime, double Torch) Compare(PackedBatch batch)
    {
        float[] ours = _session.Run(batch).Predictions, theirs = Torch(batch);
        for (int i = 0; i < ours.Length; i++)
        {
            if (Math.Abs(ours[i] - theirs[i]) > 1e-3f * Math.Abs(theirs[i])) throw new InvalidOperationException($"predictions differ: {ours[i]} and {theirs[i]}");
        }

        double[][] times = Alternate(() => _session.Run(batch), () => Torch(batch));
        return (Median(times[0]), Median(times[1]));
    }

    /// <summary>Median time of the exported graph, ms.</summary>
    public double Runtime(PackedBatch batch) => Median(Alternate(() => _session.Run(batch))[0]);

    public void Dispose() => _session.Dispose();

    private float[] Torch(PackedBatch batch)
    {
        using var noGradients = inference_mode();
        using var scope = NewDisposeScope();
        using var torchBatch = TorchBatch.From(batch);
        return _network.call(torchBatch).Singles().ToArray();
    }

    private static double[][] Alternate(params Action[] contestants)
    {
        var times = contestants.Select(_ => new List<double>()).ToArray();
        foreach (var run in contestants) run();
        long begin = Stopwatch.GetTimestamp();
        while (times[0].Count < FewestRuns || Stopwatch.GetElapsedTime(begin).TotalSeconds < Seconds)
        {
            for (int i = 0; i < contestants.Length; i++)
            {
                long start = Stopwatch.GetTimestamp();
                contestants[i]();
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return [.. times.Select(t => t.ToArray())];
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
