using NarFormer.Architecture;
using NarFormer.Training.Native;
using NarFormer.Training.Network;
using NarFormer.Training.Optimization;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Network;

public sealed class PublishedNetworkTests
{
    private static readonly NetworkOptions Latency = new() { NodeFeatures = 152, StaticFeatures = 40, Hidden = 64 };
    private static readonly NetworkOptions Cell = new() { NodeFeatures = 128, StaticFeatures = 0, Hidden = 64, Layers = 6, Readout = ReadoutKind.MeanOfLayers };

    [Fact]
    public void Latency_network_has_the_published_parameters() => HasParametersOf(GoldenModel.Latency(), Latency);

    [Fact]
    public void Cell_network_has_the_published_parameters() => HasParametersOf(GoldenModel.Cells(), Cell);

    [Theory]
    [InlineData(152, 40, 2, ReadoutKind.SumWithStatics, 2_310_921)]
    [InlineData(128, 0, 6, ReadoutKind.MeanOfLayers, 8_582_535)]
    public void Full_size_has_the_published_number_of_parameters(int features, int statics, int layers, ReadoutKind readout, long count)
    {
        using var network = new NarFormerNetwork(new() { NodeFeatures = features, StaticFeatures = statics, Layers = layers, Readout = readout }, seed: 1);
        network.parameters().Sum(p => p.numel()).ShouldBe(count);
    }

    [Fact]
    public void Latency_network_predicts_as_published_and_has_its_gradients() => ComputesAs(GoldenModel.Latency(), Latency);

    [Fact]
    public void Cell_network_predicts_as_published_and_has_its_gradients() => ComputesAs(GoldenModel.Cells(), Cell);

    [Fact]
    public void Latency_network_predicts_as_published_after_a_step_of_Adam()
    {
        var golden = GoldenModel.Latency();
        using var scope = NewDisposeScope();
        using var batch = TorchBatch.From(golden.Batch);
        using var network = Loaded(golden, Latency);
        golden.Loss(network.call(batch)).backward();
        new FusedAdam(network.named_parameters().ToDictionary(p => p.name, Tensor (p) => p.parameter)).Step(1e-3);
        Close(network.call(batch).Singles(), golden.Values("prediction_after_adam_step"), 1e-4, "prediction");
    }

    private static void HasParametersOf(GoldenModel golden, NetworkOptions options)
    {
        using var network = new NarFormerNetwork(options, seed: 1);
        network.named_parameters().Select(p => p.name).ShouldBe(golden.State.Keys, ignoreOrder: true);
    }

    private static void ComputesAs(GoldenModel golden, NetworkOptions options)
    {
        using var scope = NewDisposeScope();
        using var batch = TorchBatch.From(golden.Batch);
        using var network = Loaded(golden, options);
        var prediction = network.call(batch);
        Close(prediction.Singles(), golden.Values("prediction"), 1e-4, "prediction");
        var loss = golden.Loss(prediction);
        loss.item<float>().ShouldBe(golden.Values("loss")[0], golden.Values("loss")[0] * 1e-4);
        loss.backward();
        var gradients = golden.Gradients;
        foreach (var (name, parameter) in network.named_parameters())
            CloseToLargest(parameter.grad!.Singles(), gradients[name], 1e-3, name);
    }

    private static NarFormerNetwork Loaded(GoldenModel golden, NetworkOptions options)
    {
        var network = new NarFormerNetwork(options, seed: 1);
        golden.Load(network);
        network.eval();
        return network;
    }

    private static void Close(ReadOnlySpan<float> actual, float[] expected, double relative, string what)
    {
        actual.Length.ShouldBe(expected.Length);
        for (int i = 0; i < expected.Length; i++) actual[i].ShouldBe(expected[i], Math.Abs(expected[i]) * relative, $"{what} {i}");
    }

    private static void CloseToLargest(ReadOnlySpan<float> actual, float[] expected, double relative, string what)
    {
        actual.Length.ShouldBe(expected.Length);
        double tolerance = expected.Max(Math.Abs) * relative;
        for (int i = 0; i < expected.Length; i++) actual[i].ShouldBe(expected[i], tolerance, $"{what} {i}");
    }
}
