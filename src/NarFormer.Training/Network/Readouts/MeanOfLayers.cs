using NarFormer.Architecture;
using NarFormer.Training.Network.Layers;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Readouts;

/// <summary>The published read-out for accuracy; see <see cref="ReadoutKind.MeanOfLayers"/>.</summary>
internal sealed class MeanOfLayers : Readout
{
    private readonly LinearMap _narrowing;
    private readonly LinearMap _weighing;

    public MeanOfLayers(InitialWeights initial, NetworkOptions options)
        : base(initial, options, options.Hidden)
    {
        int all = options.Layers * options.Hidden;
        _narrowing = LinearMap.Of(initial, all, all / 4);
        _weighing = LinearMap.Of(initial, all / 4, options.Layers);
        Named("fusion_mlp", new NamedModules(("0", _narrowing), ("2", _weighing)));
    }

    /// <inheritdoc/>
    public override Tensor Predict(IReadOnlyList<Tensor> states, TorchBatch batch, bool training) =>
        Scored(Deepened(Fused(states, batch), training)).Positive();

    /// <inheritdoc/>
    public override Tensor Embed(IReadOnlyList<Tensor> states, TorchBatch batch) => Deepened(Fused(states, batch), training: false);

    private Tensor Fused(IReadOnlyList<Tensor> states, TorchBatch batch)
    {
        var means = stack([.. states.Select(s => s.MeanOverNodes(batch))], 1); // [graphs, layers, hidden]
        var narrow = _narrowing.call(means.flatten(1)).relu_(); // [graphs, layers · hidden / 4]
        var weights = _weighing.call(narrow).sigmoid().unsqueeze(2); // [graphs, layers, 1]
        return (means * weights).sum(1); // [graphs, hidden]
    }
}
