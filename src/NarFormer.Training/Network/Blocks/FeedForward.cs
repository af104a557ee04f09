using NarFormer.Training.Network.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Blocks;

/// <summary>What follows attention in a block, without normalisation and residual: [nodes, hidden] → [nodes, hidden].</summary>
internal abstract class FeedForward : nn.Module<Tensor, Tensor>
{
    private static readonly Scalar One = 1f.ToScalar();

    /// <summary>Takes the two maps, which become <c>net.0</c> and <c>net.3</c>.</summary>
    protected FeedForward(nn.Module widening, nn.Module narrowing)
        : base(nameof(FeedForward)) =>
        register_module("net", new NamedModules(("0", widening), ("3", narrowing)));

    /// <summary><c>input + scale · FFN(norm(input))</c>, <c>[nodes, hidden]</c>.</summary>
    public virtual Tensor Added(Tensor input, LayerNormalization norm, Tensor scale) => addcmul(input, call(norm.call(input)), scale, One);
}
