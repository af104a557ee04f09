using NarFormer.Architecture;
using NarFormer.Training.Network.Batches;
using NarFormer.Training.Network.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Blocks;

/// <summary>
/// GraphSAGE with the mean of the neighbours, as in NNLP (Liu et al. 2022) and PyTorch Geometric's <c>SAGEConv</c> with
/// <c>normalize=True</c>; parameters <c>lin_l</c> (neighbours, with bias) and <c>lin_r</c> (the node itself).
/// </summary>
internal sealed class SageConvolution : TokenMixer
{
    private static readonly Scalar One = 1f.ToScalar();

    private readonly LinearMap _neighbours;
    private readonly LinearMap _own;

    public SageConvolution(InitialWeights initial, NetworkOptions options, int inputs)
        : base(nameof(SageConvolution), options)
    {
        register_module("lin_l", _neighbours = LinearMap.ForAttention(initial, inputs, options.Hidden));
        register_module("lin_r", _own = LinearMap.WithoutBias(initial, inputs, options.Hidden));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, TorchBatch batch)
    {
        using var scope = NewDisposeScope();
        var mixed = _neighbours.call(Mean(input, batch.Neighbours)).add_(_own.call(input)); // [nodes, hidden]
        return UnitRectified(mixed).MoveToOuterDisposeScope();
    }

    // [nodes, inputs]; zero where a node has no neighbours.
    private static Tensor Mean(Tensor input, NeighbourList edges)
    {
        var gathered = input.index_select(0, edges.Neighbours); // [edges, inputs]
        return zeros(input.shape).index_add(0, edges.Nodes, gathered, One) / edges.Degree.clamp_min(One);
    }
}
