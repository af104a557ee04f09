using NarFormer.Encoding;
using NarFormer.Training.Network;
using NarFormer.Training.Optimization;
using static TorchSharp.torch;

namespace NarFormer.Bench.TrainingStep;

/// <summary>This library's step: one packed batch, attention on edges, its own Adam. Packing is part of the step.</summary>
internal sealed class PackedStep : IStep
{
    private readonly EncodedNetwork[] _samples;
    private readonly float[] _truth;
    private readonly NarFormerNetwork _network;
    private readonly FusedAdam _adam;

    public PackedStep(EncodedNetwork[] samples, float[] truth, NarFormerNetwork network)
    {
        _samples = samples;
        _truth = truth;
        _network = network;
        _adam = new FusedAdam(network.named_parameters().ToDictionary(p => p.name, Tensor (p) => p.parameter, StringComparer.Ordinal));
    }

    public string Name => "packed";

    public void Take()
    {
        using var scope = NewDisposeScope();
        using var batch = TorchBatch.From(PackedBatch.Of(_samples));
        _network.zero_grad();
        StepLoss.Of(_network.call(batch), tensor(_truth)).backward();
        _adam.Step(1e-3);
    }

    /// <summary>The predictions without dropout, <c>[graphs]</c>.</summary>
    public Tensor Predictions()
    {
        using var batch = TorchBatch.From(PackedBatch.Of(_samples));
        _network.eval();
        var predictions = _network.call(batch);
        _network.train();
        return predictions;
    }
}
