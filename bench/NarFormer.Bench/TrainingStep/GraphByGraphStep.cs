#pragma warning disable RS0030 // The published way uses the library's optimiser.

using NarFormer.Encoding;
using NarFormer.Training.Network;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NarFormer.Bench.TrainingStep;

/// <summary>
/// The step as the published code takes it: the network runs on one graph after another, attention is a dense matrix
/// under an adjacency mask, and the library's Adam moves the weights. It computes what <see cref="PackedStep"/> computes.
/// </summary>
internal sealed class GraphByGraphStep : IStep
{
    private const double Dropout = 0.05;
    private static readonly Scalar SmallestSum = 1e-6f.ToScalar();

    private readonly DenseGraph[] _graphs;
    private readonly float[] _truth;
    private readonly int _layers;
    private readonly Dictionary<string, Parameter> _weights;
    private readonly optim.Optimizer _adam;

    public GraphByGraphStep(EncodedNetwork[] samples, float[] truth, NarFormerNetwork network)
    {
        _graphs = [.. samples.Select(s => new DenseGraph(s))];
        _truth = truth;
        _layers = network.Options.Layers;
        _weights = network.named_parameters().ToDictionary(p => p.name, p => p.parameter, StringComparer.Ordinal);
        _adam = optim.Adam(_weights.Values, 1e-3);
    }

    public string Name => "graph by graph";

    public void Take()
    {
        using var scope = NewDisposeScope();
        _adam.zero_grad();
        StepLoss.Of(Predictions(training: true), tensor(_truth)).backward();
        _adam.step();
    }

    /// <summary>The predictions, <c>[graphs]</c>.</summary>
    public Tensor Predictions(bool training)
    {
        var sums = stack([.. _graphs.Select(g => States(g, training).sum(0L))]); // [graphs, hidden]
        var statics = Dropped(Linear("norm_sf_linear", stack([.. _graphs.Select(g => g.Statics)])), training).relu(); // [graphs, hidden]
        var x = cat([sums, statics], 1);
        foreach (string layer in new[] { "fc_1", "fc_2" }) x = Dropped(Linear(layer, x).relu(), training);
        return nn.functional.logsigmoid(Linear("predictor", x).squeeze(1)).neg();
    }

    private static Tensor Dropped(Tensor x, bool training) => nn.functional.dropout(x, Dropout, training);

    private Tensor States(DenseGraph graph, bool training)
    {
        var x = graph.Features;
        for (int k = 0; k < _layers; k++) x = FeedForward(k, Attention(k, x, graph, training), training);
        return x;
    }

    private Tensor Attention(int k, Tensor input, DenseGraph graph, bool training)
    {
        string layer = $"gnn_layers.{k}.";
        var x = input * Linear(layer + "lin_d", graph.Degree).sigmoid();
        var projection = Linear(layer + "lin_qk", x).sigmoid(); // [nodes, width]
        var scores = nn.functional.linear(projection, projection) / graph.Root(projection.shape[1]) * graph.Adjacency; // [nodes, nodes]
        var weights = scores / scores.sum(1, keepdim: true).add(SmallestSum);
        var gathered = bmm(weights.unsqueeze(0), x.unsqueeze(0)).squeeze(0); // [nodes, width]
        var mixed = Linear(layer + "lin_l", gathered) + nn.functional.linear(x, _weights[layer + "lin_r.weight"]);
        return Dropped(nn.functional.normalize(mixed).relu(), training);
    }

    private Tensor FeedForward(int k, Tensor input, bool training)
    {
        string layer = $"FFN_layers.{k}.";
        var x = Normalized(layer + "norm", input);
        long groups = _weights[layer + "fn.net.0.weights"].shape[0];
        x = x.view(input.shape[0], groups, -1).transpose(0, 1); // [groups, nodes, width]
        x = Dropped(Grouped(layer + "fn.net.0", x).relu(), training);
        x = Dropped(Grouped(layer + "fn.net.3", x), training);
        return input + (x.transpose(0, 1).reshape(input.shape) * _weights[$"layer_scale.{k}"]);
    }

    private Tensor Grouped(string name, Tensor x) =>
        Normalized(name + ".normalization_fn", bmm(x, _weights[name + ".weights"]) + _weights[name + ".bias"]);

    private Tensor Normalized(string name, Tensor x) =>
        nn.functional.layer_norm(x, [x.shape[^1]], _weights[name + ".weight"], _weights[name + ".bias"]);

    private Tensor Linear(string name, Tensor x) => nn.functional.linear(x, _weights[name + ".weight"], _weights[name + ".bias"]);
}
