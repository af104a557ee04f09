using NarFormer.Encoding;
using NarFormer.Explanations;
using NarFormer.Graphs;
using NarFormer.Measurement.Profiling;
using NarFormer.Training.Explanations;

namespace NarFormer.Training.Tests.Explanations;

public sealed class ExplanationScoreTests
{
    [Fact]
    public void Costs_are_summed_over_a_kernel_and_kernels_that_the_runtime_added_do_not_rank()
    {
        var score = Score(([0, 1], 5), ([2], 1), ([3], 3), ([], 3));
        score.Kernels.Select(k => k.PredictedMs).ShouldBe([4, 2, 3, 0]);
        score.Kernels[0].Nodes.ShouldBe(["n0", "n1"]);
        score.MatchedKernels.ShouldBe(3);
        score.MatchedTime.ShouldBe(0.75, 1e-12);
        score.ProfileMs.ShouldBe(0.012, 1e-12);
        score.Spearman.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void A_single_kernel_has_no_rank() => Score(([0, 1, 2, 3], 5)).Spearman.ShouldBe(double.NaN);

    private static ExplanationScore Score(params (int[] Nodes, double Microseconds)[] kernels) => ExplanationScore.Of(
        "network",
        Explanation(1, 3, 2, 3),
        [.. kernels.Select(k => new KernelGroup(new KernelTime("k", "Conv", [], [], k.Microseconds), k.Nodes))]);

    private static Explanation Explanation(params float[] costs)
    {
        var shape = new TensorShape(1, 8);
        NetworkTensor[] values = [.. Enumerable.Range(0, costs.Length + 1).Select(i => new NetworkTensor($"v{i}", i == 0 ? TensorKind.Input : TensorKind.Computed, ElementType.Float32, shape))];
        NetworkNode[] nodes = [.. costs.Select((_, i) => new NetworkNode { Name = $"n{i}", Operator = "Relu", Inputs = [values[i]], Outputs = [values[i + 1]] })];
        var encoded = new EncodedNetwork(costs.Length, new float[costs.Length], [], [], []) { NodeNames = [.. nodes.Select(n => n.Name)] };
        var prediction = new Prediction
        {
            Value = costs.Sum(),
            Low = 0,
            High = 0,
            Coverage = 0.9,
            Unit = "ms",
            Platform = "a test",
            IsFamiliar = true,
            Distance = 0,
            Warnings = [],
            Embedding = ReadOnlyMemory<float>.Empty,
            NodeCosts = costs,
        };
        return NarFormer.Explanations.Explanation.Of(new NetworkGraph("network", 17, [values[0]], [values[^1]], nodes, []), encoded, prediction);
    }
}
