using NarFormer.Architecture;
using NarFormer.Training.Kernels;
using NarFormer.Training.Network.Fused;
using NarFormer.Training.Network.Layers;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Blocks;

/// <summary>The first part of a block, in which nodes exchange what they know: [nodes, inputs] → [nodes, hidden].</summary>
internal abstract class TokenMixer : nn.Module<Tensor, TorchBatch, Tensor>
{
    /// <summary>Takes the options of the network.</summary>
    protected TokenMixer(string name, NetworkOptions options)
        : base(name) => Options = options;

    /// <summary>The options of the network.</summary>
    protected NetworkOptions Options { get; }

    /// <summary>The mixer that <paramref name="options"/> ask for, on <paramref name="inputs"/> channels.</summary>
    public static TokenMixer Of(InitialWeights initial, NetworkOptions options, int inputs) => options.Mixer switch
    {
        MixerKind.GraphAttention => new GraphAttention(initial, options, inputs),
        MixerKind.Sage => new SageConvolution(initial, options, inputs),
        MixerKind.SelfAttention => new SelfAttention(initial, options),
        _ => throw new ArgumentException($"network options: there is no mixer {options.Mixer}", nameof(options)),
    };

    /// <summary><c>dropout(ReLU(x / ‖x‖))</c>, [nodes, hidden].</summary>
    protected Tensor UnitRectified(Tensor mixed) => FusedOperation.IsSupported
        ? new FusedUnitRectifier(DropMask.For(Options.Dropout, training)).On(mixed)
        : nn.functional.normalize(mixed).relu().Dropped(Options.Dropout, training);
}
