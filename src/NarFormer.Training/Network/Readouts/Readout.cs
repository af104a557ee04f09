using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Training.Network.Layers;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Readouts;

/// <summary>
/// How node states become predictions. Its modules stand at the top of the parameters' keys, so the network registers
/// them and the read-out is no module itself.
/// </summary>
internal abstract class Readout
{
    private readonly List<(string Name, nn.Module Module)> _modules = [];
    private readonly double _dropout;
    private readonly LinearMap _first;
    private readonly LinearMap _second;
    private readonly LinearMap _predictor;
    private readonly StaticScaling? _scaling;

    /// <summary>Makes the three maps that every read-out ends in.</summary>
    protected Readout(InitialWeights initial, NetworkOptions options, int inputs)
    {
        _dropout = options.Dropout;
        if (options.ScaledStatics) _scaling = Named("static_scaling", new StaticScaling(options.StaticFeatures));
        _first = Named("fc_1", LinearMap.Of(initial, inputs, options.Hidden));
        _second = Named("fc_2", LinearMap.Of(initial, options.Hidden, options.Hidden));
        _predictor = Named("predictor", LinearMap.Of(initial, options.Hidden, 1));
    }

    /// <summary>The modules by their keys.</summary>
    public IReadOnlyList<(string Name, nn.Module Module)> Modules => _modules;

    /// <summary>One prediction for each network.</summary>
    /// <param name="states">The node states after each block, each <c>[nodes, hidden]</c>.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="training">Whether to drop activations.</param>
    /// <returns><c>[graphs]</c>, positive.</returns>
    public abstract Tensor Predict(IReadOnlyList<Tensor> states, TorchBatch batch, bool training);

    /// <summary>The part of each node in the prediction of its network, <c>[nodes]</c>; null if the read-out knows no such parts.</summary>
    public virtual Tensor? NodeCosts(IReadOnlyList<Tensor> states, TorchBatch batch, bool training) => null;

    /// <summary>A vector for each network, <c>[graphs, hidden]</c>.</summary>
    public abstract Tensor Embed(IReadOnlyList<Tensor> states, TorchBatch batch);

    /// <summary>Takes the scale of the static features from <paramref name="networks"/>, if the network has one.</summary>
    public void Scale(IReadOnlyList<EncodedNetwork> networks) => _scaling?.Fit(networks);

    /// <summary>The static features as the read-out uses them, <c>[graphs, static features]</c>.</summary>
    protected Tensor Statics(TorchBatch batch) => _scaling is null ? batch.StaticFeatures : _scaling.call(batch.StaticFeatures);

    /// <summary>Gives <paramref name="module"/> its key.</summary>
    protected T Named<T>(string name, T module)
        where T : nn.Module
    {
        _modules.Add((name, module));
        return module;
    }

    /// <summary>[rows, inputs] → [rows, hidden]: <c>fc_1</c> and <c>fc_2</c>, each with a ReLU.</summary>
    protected Tensor Deepened(Tensor input, bool training)
    {
        var x = _first.call(input).relu_().Dropped(_dropout, training); // [rows, hidden]
        return _second.call(x).relu_().Dropped(_dropout, training); // [rows, hidden]
    }

    /// <summary>[rows, hidden] → [rows]: <c>predictor</c>.</summary>
    protected Tensor Scored(Tensor deepened) => _predictor.call(deepened).squeeze(1);
}
