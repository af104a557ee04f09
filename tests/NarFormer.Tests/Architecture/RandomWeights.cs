using NarFormer.Architecture;
using NarFormer.Encoding.Safetensors;

namespace NarFormer.Tests.Architecture;

/// <summary>Weights of a network that nobody trained.</summary>
internal sealed class RandomWeights
{
    private readonly Random _random;

    private RandomWeights(int seed) => _random = new Random(seed);

    public Dictionary<string, SafetensorsTensor> Tensors { get; } = [];

    public static Dictionary<string, SafetensorsTensor> Of(NetworkOptions o, int seed = 1)
    {
        var weights = new RandomWeights(seed);
        int inputs = o.NodeFeatures;
        if (o.Stem == StemKind.Linear) weights.Linear("stem", inputs, inputs = o.Hidden);
        for (int k = 0; k < o.Layers; k++, inputs = o.Hidden) weights.Block(o, k, inputs);
        weights.Readout(o);
        return weights.Tensors;
    }

    private void Block(NetworkOptions o, int k, int inputs)
    {
        string attention = $"gnn_layers.{k}", feedForward = $"FFN_layers.{k}";
        Linear(attention + ".lin_l", inputs, o.Hidden);
        Add(attention + ".lin_r.weight", 0.5, o.Hidden, inputs);
        Linear(attention + ".lin_qk", inputs, inputs);
        if (o.DegreeGate) Linear(attention + ".lin_d", 1, inputs);
        if (o.Edges == EdgeDirection.Both) Add(attention + ".lin_b.weight", 0.5, o.Hidden, inputs);
        if (o.ResidualAttention) Norm(attention + ".norm", inputs);
        Norm(feedForward + ".norm", o.Hidden);
        Add($"layer_scale.{k}", 1, o.Hidden);
        int wide = o.Hidden * o.FeedForwardRatio;
        if (o.FeedForward == FeedForwardKind.Full)
        {
            Linear(feedForward + ".fn.net.0", o.Hidden, wide);
            Linear(feedForward + ".fn.net.3", wide, o.Hidden);
            return;
        }

        foreach (var (net, from, to) in new[] { (".fn.net.0", o.Hidden / o.Groups, wide / o.Groups), (".fn.net.3", wide / o.Groups, o.Hidden / o.Groups) })
        {
            Add(feedForward + net + ".weights", 0.5, o.Groups, from, to);
            Add(feedForward + net + ".bias", 0.5, o.Groups, 1, to);
            Norm(feedForward + net + ".normalization_fn", to);
        }
    }

    private void Readout(NetworkOptions o)
    {
        int joined = o.Hidden;
        if (o.ScaledStatics) Norm("static_scaling", o.StaticFeatures);
        if (o.Readout == ReadoutKind.SumWithStatics && o.StaticFeatures > 0)
        {
            Linear("norm_sf_linear", o.StaticFeatures, o.Hidden);
            joined *= 2;
        }

        if (o.Readout == ReadoutKind.SumOfNodeCosts && o.StaticFeatures > 0) Linear("static_map", o.StaticFeatures, o.Hidden);
        if (o.Readout == ReadoutKind.MeanOfLayers)
        {
            int all = o.Layers * o.Hidden;
            Linear("fusion_mlp.0", all, all / 4);
            Linear("fusion_mlp.2", all / 4, o.Layers);
        }

        Linear("fc_1", joined, o.Hidden);
        Linear("fc_2", o.Hidden, o.Hidden);
        Linear("predictor", o.Hidden, 1);
    }

    private void Linear(string name, int inputs, int outputs)
    {
        Add(name + ".weight", 0.5, outputs, inputs);
        Add(name + ".bias", 0.5, outputs);
    }

    private void Norm(string name, int width)
    {
        Add(name + ".weight", 1, width);
        Add(name + ".bias", 0.5, width);
    }

    private void Add(string name, double bound, params long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        for (int i = 0; i < values.Length; i++) values[i] = (float)(bound * ((2 * _random.NextDouble()) - 1));
        Tensors.Add(name, SafetensorsTensor.Of(values, shape));
    }
}
