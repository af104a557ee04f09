using NarFormer.Architecture;
using NarFormer.Training.Network.Layers;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Blocks;

/// <summary>The multi-head attention of a plain transformer; see <see cref="MixerKind.SelfAttention"/>.</summary>
internal sealed class SelfAttention : TokenMixer
{
    private readonly LayerNormalization _norm;
    private readonly LinearMap _queries;
    private readonly LinearMap _keys;
    private readonly LinearMap _values;
    private readonly LinearMap _output;

    public SelfAttention(InitialWeights initial, NetworkOptions options)
        : base(nameof(SelfAttention), options)
    {
        int hidden = options.Hidden;
        register_module("norm", _norm = new LayerNormalization(hidden));
        register_module("lin_q", _queries = LinearMap.ForAttention(initial, hidden, hidden));
        register_module("lin_k", _keys = LinearMap.WithoutBias(initial, hidden, hidden)); // a bias would shift all scores of a node alike
        register_module("lin_v", _values = LinearMap.ForAttention(initial, hidden, hidden));
        register_module("lin_o", _output = LinearMap.ForAttention(initial, hidden, hidden));
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input, TorchBatch batch)
    {
        using var scope = NewDisposeScope();
        var x = _norm.call(input); // [nodes, hidden]
        var mixed = NetworkAttention.Gather(Split(_queries.call(x)), Split(_keys.call(x)), Split(_values.call(x)), batch.Sizes, AttentionWeighting.Softmax);
        var joined = mixed.transpose(0, 1).reshape(input.shape); // [nodes, hidden]
        return (input + _output.call(joined).Dropped(Options.Dropout, training)).MoveToOuterDisposeScope();
    }

    // [nodes, hidden] → [heads, nodes, hidden / heads]
    private Tensor Split(Tensor x) => x.view(x.shape[0], Options.Heads, -1).transpose(0, 1);
}
