using NarFormer.Architecture;
using NarFormer.Training.Kernels;
using NarFormer.Training.Network.Fused;
using NarFormer.Training.Network.Layers;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Blocks;

/// <summary>The grouped feed-forward network (paper section 3.3): channels do not mix between groups.</summary>
internal sealed class GroupedFeedForward : FeedForward
{
    private readonly NetworkOptions _options;
    private readonly GroupedLinear _widening;
    private readonly GroupedLinear _narrowing;

    private GroupedFeedForward(NetworkOptions options, GroupedLinear widening, GroupedLinear narrowing)
        : base(widening, narrowing)
    {
        _options = options;
        _widening = widening;
        _narrowing = narrowing;
    }

    public static GroupedFeedForward Of(InitialWeights initial, NetworkOptions options)
    {
        int width = options.Hidden / options.Groups;
        int wide = width * options.FeedForwardRatio;
        return new(options, new GroupedLinear(initial, options.Groups, width, wide), new GroupedLinear(initial, options.Groups, wide, width));
    }

    /// <inheritdoc/>
    public override Tensor Added(Tensor input, LayerNormalization norm, Tensor scale) => FusedOperation.IsSupported
        ? new FusedFeedForward(_options.Groups, DropMask.For(_options.Dropout, training), DropMask.For(_options.Dropout, training)).On([input, norm.Weight, norm.Bias, .. _widening.Parameters, .. _narrowing.Parameters, scale])
        : base.Added(input, norm, scale);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = input.view(input.shape[0], _options.Groups, -1).transpose(0, 1); // [groups, nodes, hidden / groups]
        x = _widening.call(x).relu_().Dropped(_options.Dropout, training); // [groups, nodes, ratio · hidden / groups]
        x = _narrowing.call(x).Dropped(_options.Dropout, training); // [groups, nodes, hidden / groups]
        return x.transpose(0, 1).reshape(input.shape).MoveToOuterDisposeScope(); // [nodes, hidden]
    }
}
