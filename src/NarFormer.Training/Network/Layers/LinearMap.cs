using NarFormer.Training.Network.Fused;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NarFormer.Training.Network.Layers;

/// <summary><c>y = x Wᵀ + b</c>, with parameters <c>weight [outputs, inputs]</c> and, if there is one, <c>bias [outputs]</c>.</summary>
internal sealed class LinearMap : nn.Module<Tensor, Tensor>
{
    private readonly Parameter _weight;
    private readonly Parameter? _bias;

    private LinearMap(Parameter weight, Parameter? bias)
        : base(nameof(LinearMap))
    {
        _weight = weight;
        _bias = bias;
        register_parameter("weight", weight);
        if (bias is not null) register_parameter("bias", bias);
    }

    /// <summary>A map of a read-out or feed-forward network: bias within ±1/√outputs (published).</summary>
    public static LinearMap Of(InitialWeights initial, int inputs, int outputs) =>
        new(initial.Linear(outputs, inputs), initial.Bias(outputs, outputs));

    /// <summary>A map of the attention: bias within ±1/√inputs (published).</summary>
    public static LinearMap ForAttention(InitialWeights initial, int inputs, int outputs) =>
        new(initial.Linear(outputs, inputs), initial.Bias(outputs, inputs));

    /// <summary>A map without bias.</summary>
    public static LinearMap WithoutBias(InitialWeights initial, int inputs, int outputs) => new(initial.Linear(outputs, inputs), bias: null);

    /// <summary>The parameters: the weight and, if there is one, the bias.</summary>
    public Tensor[] Parameters => _bias is null ? [_weight] : [_weight, _bias];

    /// <summary>Sets the weights of all inputs but those of <paramref name="inputs"/> to 0.</summary>
    public void Keep(bool[] inputs)
    {
        using var scope = no_grad();
        using var kept = tensor(inputs.Select(i => i ? 1f : 0f).ToArray()); // [inputs]
        _weight.mul_(kept); // [outputs, inputs]
    }

    /// <summary>[rows, inputs] → [rows, outputs].</summary>
    public override Tensor forward(Tensor input) =>
        FusedOperation.IsSupported ? new FusedLinear().On([input, .. Parameters]) : nn.functional.linear(input, _weight, _bias);

    /// <summary>The sigmoid of the map, [rows, inputs] → [rows, outputs].</summary>
    public Tensor Sigmoid(Tensor input) =>
        FusedOperation.IsSupported ? new FusedLinear(sigmoid: true).On([input, .. Parameters]) : nn.functional.linear(input, _weight, _bias).sigmoid();
}
