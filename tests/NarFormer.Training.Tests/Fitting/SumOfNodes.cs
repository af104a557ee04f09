using NarFormer.Training.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Fitting;

/// <summary>The smallest network that the trainer can train: a cost for each node from its features, summed.</summary>
internal sealed class SumOfNodes : nn.Module<TorchBatch, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> _map;

    public SumOfNodes(int features, double dropout)
        : base("sum")
    {
        _map = nn.Sequential(nn.Linear(features, 16), nn.ReLU(), nn.Dropout(dropout), nn.Linear(16, 1));
        register_module("map", _map);
    }

    public override Tensor forward(TorchBatch input)
    {
        using var scope = NewDisposeScope();
        var costs = _map.call(input.NodeFeatures).exp().squeeze(1);
        return zeros(input.GraphCount).index_add(0, input.GraphIndex, costs, One).MoveToOuterDisposeScope();
    }

    private static readonly Scalar One = 1.ToScalar();
}
