using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Layers;

/// <summary>
/// One linear map for each group of channels, each group's outputs normalised (paper section 3.3): parameters
/// <c>weights [groups, inputs, outputs]</c>, <c>bias [groups, 1, outputs]</c> and <c>normalization_fn</c>, which all groups share.
/// </summary>
internal sealed class GroupedLinear : nn.Module<Tensor, Tensor>
{
    private readonly Parameter _weights;
    private readonly Parameter _bias;
    private readonly LayerNormalization _normalization;

    public GroupedLinear(InitialWeights initial, int groups, int inputs, int outputs)
        : base(nameof(GroupedLinear))
    {
        register_parameter("weights", _weights = initial.Grouped(groups, inputs, outputs));
        register_parameter("bias", _bias = InitialWeights.Constant(0, groups, 1, outputs));
        register_module("normalization_fn", _normalization = new LayerNormalization(outputs));
    }

    /// <summary>The parameters: weights, bias, and weight and bias of the normalisation.</summary>
    public Tensor[] Parameters => [_weights, _bias, _normalization.Weight, _normalization.Bias];

    /// <summary>[groups, nodes, inputs] → [groups, nodes, outputs].</summary>
    public override Tensor forward(Tensor input) => _normalization.call(bmm(input, _weights).add_(_bias));
}
