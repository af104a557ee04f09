using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Layers;

/// <summary>Layer normalisation over the last dimension, with parameters <c>weight</c> and <c>bias</c>.</summary>
internal sealed class LayerNormalization : nn.Module<Tensor, Tensor>
{
    private readonly long[] _shape;
    private readonly Parameter _weight;
    private readonly Parameter _bias;

    public LayerNormalization(int width)
        : base(nameof(LayerNormalization))
    {
        _shape = [width];
        register_parameter("weight", _weight = InitialWeights.Constant(1, width));
        register_parameter("bias", _bias = InitialWeights.Constant(0, width));
    }

    /// <summary><c>[width]</c>.</summary>
    public Tensor Weight => _weight;

    /// <summary><c>[width]</c>.</summary>
    public Tensor Bias => _bias;

    /// <summary>[…, width] → [..., width].</summary>
    public override Tensor forward(Tensor input) => nn.functional.layer_norm(input, _shape, _weight, _bias);
}
