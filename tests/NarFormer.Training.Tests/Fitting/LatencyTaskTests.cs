using System.Text.Json.Nodes;
using NarFormer.Architecture;
using NarFormer.Training.Fitting;
using NarFormer.Training.Losses;
using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Fitting;

public sealed class LatencyTaskTests
{
    private static readonly TrainingSample[] Samples = SyntheticSamples.Of(6, 1);
    private static readonly KernelCosts[] Kernels = [.. Samples.Select(s => new KernelCosts([.. Enumerable.Range(0, s.Network.NodeCount).Select(i => i % 2)], [(float)s.LatencyMs * 0.7f, (float)s.LatencyMs * 0.3f]))];

    [Fact]
    public void The_loss_of_kernels_comes_on_top_of_that_of_latencies()
    {
        using var network = new NarFormerNetwork(new NetworkOptions { NodeFeatures = SyntheticSamples.Features, StaticFeatures = 0, Hidden = 16, Groups = 2, Layers = 1, Readout = ReadoutKind.SumOfNodeCosts, Dropout = 0 }, seed: 1);
        double alone = Loss(new LatencyTask(Recipe(0), Samples, Samples), network), none = Loss(Task(0), network), one = Loss(Task(1), network), two = Loss(Task(2), network);
        none.ShouldBe(alone, 1e-6);
        one.ShouldBeGreaterThan(alone);
        (two - alone).ShouldBe(2 * (one - alone), 1e-4);
    }

    private static LatencyTask Task(double weight) => new(Recipe(weight), Samples, Samples, kernels: Kernels);

    private static double Loss(LatencyTask task, NarFormerNetwork network)
    {
        using var scope = NewDisposeScope();
        return task.Loss(network, [0, 3, 5], 0).item<float>();
    }

    private static TrainingRecipe Recipe(double weight) => new()
    {
        Dataset = "data",
        Encoding = "universal",
        Network = new JsonObject(),
        Loss = LossKind.LogHuber,
        Epochs = 1,
        BatchSize = 3,
        LearningRate = 0.01,
        KernelWeight = weight,
    };
}
