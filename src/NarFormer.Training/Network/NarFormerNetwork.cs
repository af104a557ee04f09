using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Training.Network.Blocks;
using NarFormer.Training.Network.Layers;
using NarFormer.Training.Network.Readouts;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NarFormer.Training.Network;

/// <summary>
/// NAR-Former V2 (arXiv 2306.10792) on packed batches: blocks of graph-aided attention and feed-forward network, then a
/// read-out. The keys of its parameters are those of the published checkpoints.
/// </summary>
public sealed class NarFormerNetwork : nn.Module<TorchBatch, Tensor>
{
    private const float InitialScale = 1e-4f;

    private readonly LinearMap? _stem;
    private readonly TokenMixer[] _mixers;
    private readonly NormalizedFeedForward[] _feedForward;
    private readonly ParameterList? _scales;
    private readonly Readout _readout;

    /// <summary>Creates the network with weights drawn from <paramref name="seed"/> as the published code draws them.</summary>
    /// <exception cref="ArgumentException">The options describe no network; the message names the option.</exception>
    public NarFormerNetwork(NetworkOptions options, long seed)
        : base(nameof(NarFormerNetwork))
    {
        NetworkOptionsCheck.Check(options);
        Options = options;
        var initial = new InitialWeights(seed);
        if (options.Stem == StemKind.Linear) register_module("stem", _stem = LinearMap.Of(initial, options.NodeFeatures, options.Hidden));
        int inputs = _stem is null ? options.NodeFeatures : options.Hidden;
        _mixers = [.. Enumerable.Range(0, options.Layers).Select(k => TokenMixer.Of(initial, options, k == 0 ? inputs : options.Hidden))];
        _feedForward = options.FeedForward == FeedForwardKind.None ? [] : [.. Enumerable.Range(0, options.Layers).Select(_ => new NormalizedFeedForward(initial, options))];
        _readout = ReadoutOf(initial, options.IgnoresStatics ? options with { StaticFeatures = 0 } : options);
        register_module("gnn_layers", nn.ModuleList(_mixers));
        if (_feedForward.Length > 0)
        {
            register_module("FFN_layers", nn.ModuleList(_feedForward));
            register_module("layer_scale", _scales = nn.ParameterList([.. _feedForward.Select(_ => InitialWeights.Constant(InitialScale, options.Hidden))]));
        }

        foreach (var (name, module) in _readout.Modules) register_module(name, module);
    }

    /// <summary>The shape of the network.</summary>
    public NetworkOptions Options { get; }

    /// <summary>One prediction for each network of <paramref name="batch"/>, <c>[graphs]</c>, positive, in the unit of the labels.</summary>
    /// <exception cref="ArgumentException">The batch's features are not those that the network was made for.</exception>
    public override Tensor forward(TorchBatch batch)
    {
        using var scope = NewDisposeScope();
        return _readout.Predict(States(batch), batch, training).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The part of each node of <paramref name="batch"/> in the prediction of its network, <c>[nodes]</c>, in the unit of the
    /// labels: the prediction is their sum.
    /// </summary>
    /// <exception cref="ArgumentException">The batch's features are not those that the network was made for.</exception>
    /// <exception cref="InvalidOperationException">The read-out does not sum node costs.</exception>
    public Tensor NodeCosts(TorchBatch batch)
    {
        using var scope = NewDisposeScope();
        var costs = _readout.NodeCosts(States(batch), batch, training) ?? throw new InvalidOperationException($"the read-out {Options.Readout} knows no costs of nodes");
        return costs.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// A vector for each network of <paramref name="batch"/>, <c>[graphs, hidden]</c>: what the last linear map sees or, if
    /// the read-out sums node costs, the mean of the final node states. Nothing is dropped in the read-out.
    /// </summary>
    /// <exception cref="ArgumentException">The batch's features are not those that the network was made for.</exception>
    public Tensor Embed(TorchBatch batch)
    {
        using var scope = NewDisposeScope();
        return _readout.Embed(States(batch), batch).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Takes the scale of the static features from <paramref name="networks"/> if the options ask for one
    /// (<see cref="NetworkOptions.ScaledStatics"/>). It is part of the weights.
    /// </summary>
    public void ScaleStatics(IReadOnlyList<EncodedNetwork> networks) => _readout.Scale(networks);

    /// <summary>
    /// Makes the stem blind to features that are 0 at every node of <paramref name="networks"/>, those to train on: their weights
    /// would stay as they were drawn, and mean something only to networks of operators or attributes that training never saw.
    /// </summary>
    public void IgnoreUnseen(IReadOnlyList<EncodedNetwork> networks)
    {
        bool[] seen = new bool[Options.NodeFeatures];
        foreach (var network in networks)
        {
            for (int i = 0; i < network.NodeFeatures.Length; i++) seen[i % seen.Length] |= network.NodeFeatures[i] != 0;
        }

        _stem?.Keep(seen);
    }

    private static Readout ReadoutOf(InitialWeights initial, NetworkOptions options) => options.Readout switch
    {
        ReadoutKind.SumWithStatics => new SumWithStatics(initial, options),
        ReadoutKind.MeanOfLayers => new MeanOfLayers(initial, options),
        ReadoutKind.SumOfNodeCosts => new SumOfNodeCosts(initial, options),
        _ => throw new ArgumentException($"network options: there is no readout {options.Readout}", nameof(options)),
    };

    private Tensor[] States(TorchBatch batch)
    {
        if (batch.NodeFeatures.shape[1] != Options.NodeFeatures)
            throw new ArgumentException($"the batch has {batch.NodeFeatures.shape[1]} features a node, the network takes {Options.NodeFeatures}", nameof(batch));
        if (batch.StaticFeatures.shape[1] != Options.StaticFeatures)
            throw new ArgumentException($"the batch has {batch.StaticFeatures.shape[1]} static features, the network takes {Options.StaticFeatures}", nameof(batch));
        var states = new Tensor[Options.Layers];
        var x = _stem is null ? batch.NodeFeatures : _stem.call(batch.NodeFeatures).relu_(); // [nodes, features or hidden]
        if (Options.Positions == PositionKind.Depth) x = x + DepthCode.Of(batch.Depths(), Options.Hidden); // [nodes, hidden]
        for (int k = 0; k < states.Length; k++)
        {
            x = _mixers[k].call(x, batch); // [nodes, hidden]
            states[k] = x = _scales is null ? x : _feedForward[k].call(x, _scales[k]); // [nodes, hidden]
        }

        return states;
    }
}
