using NarFormer.Architecture;
using NarFormer.Training.Network.Layers;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Blocks;

/// <summary>Two linear maps with a ReLU between.</summary>
internal sealed class FullFeedForward : FeedForward
{
    private readonly NetworkOptions _options;
    private readonly LinearMap _widening;
    private readonly LinearMap _narrowing;

    private FullFeedForward(NetworkOptions options, LinearMap widening, LinearMap narrowing)
        : base(widening, narrowing)
    {
        _options = options;
        _widening = widening;
        _narrowing = narrowing;
    }

    public static FullFeedForward Of(InitialWeights initial, NetworkOptions options)
    {
        int wide = options.Hidden * options.FeedForwardRatio;
        return new(options, LinearMap.Of(initial, options.Hidden, wide), LinearMap.Of(initial, wide, options.Hidden));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = _widening.call(input).relu_().Dropped(_options.Dropout, training); // [nodes, ratio · hidden]
        return _narrowing.call(x).Dropped(_options.Dropout, training).MoveToOuterDisposeScope(); // [nodes, hidden]
    }
}
