using NarFormer.Encoding;
using NarFormer.Training.Native;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Layers;

/// <summary>
/// Brings the static features to mean 0 and a common spread, <c>x · weight + bias</c>. Both are taken from networks, once, and
/// are not trained.
/// </summary>
internal sealed class StaticScaling : nn.Module<Tensor, Tensor>
{
    private const double Spread = 0.5;
    private const double SmallestDeviation = 0.05;

    private readonly Parameter _weight;
    private readonly Parameter _bias;

    public StaticScaling(int features)
        : base(nameof(StaticScaling))
    {
        register_parameter("weight", _weight = InitialWeights.Fixed(1, features));
        register_parameter("bias", _bias = InitialWeights.Fixed(0, features));
    }

    /// <summary>Takes scale and centre from the static features of <paramref name="networks"/>; a feature that never changes becomes 0.</summary>
    public void Fit(IReadOnlyList<EncodedNetwork> networks)
    {
        var weight = _weight.Singles();
        var bias = _bias.Singles();
        for (int i = 0; i < weight.Length; i++)
        {
            double mean = networks.Average(n => n.StaticFeatures[i]);
            double deviation = Math.Sqrt(networks.Average(n => Math.Pow(n.StaticFeatures[i] - mean, 2)));
            weight[i] = deviation < 1e-6 ? 0 : (float)(Spread / Math.Max(deviation, SmallestDeviation));
            bias[i] = (float)(-mean * weight[i]);
        }
    }

    /// <summary>[graphs, features] → [graphs, features].</summary>
    public override Tensor forward(Tensor input) => (input * _weight) + _bias;
}
