using NarFormer.Architecture;
using NarFormer.Training.Network.Layers;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Blocks;

/// <summary><c>x + scale · FFN(LayerNorm(x))</c>.</summary>
internal sealed class NormalizedFeedForward : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly LayerNormalization _norm;
    private readonly FeedForward _feedForward;

    public NormalizedFeedForward(InitialWeights initial, NetworkOptions options)
        : base(nameof(NormalizedFeedForward))
    {
        _feedForward = options.FeedForward == FeedForwardKind.Grouped
            ? GroupedFeedForward.Of(initial, options)
            : FullFeedForward.Of(initial, options);
        register_module("norm", _norm = new LayerNormalization(options.Hidden));
        register_module("fn", _feedForward);
    }

    /// <summary><c>input + scale · FFN(LayerNorm(input))</c>: [nodes, hidden], [hidden] → [nodes, hidden].</summary>
    public override Tensor forward(Tensor input, Tensor scale)
    {
        using var scope = NewDisposeScope();
        return _feedForward.Added(input, _norm, scale).MoveToOuterDisposeScope();
    }
}
