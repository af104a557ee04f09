using TorchSharp.Modules;
using static TorchSharp.torch;

namespace NarFormer.Training.Network;

/// <summary>Draws initial weights as the published code does, reproducibly, without touching torch's own random state.</summary>
internal sealed class InitialWeights(long seed)
{
    private readonly Random _random = new((int)(seed ^ (seed >> 32)));

    /// <summary>The weights of a linear map, uniform in ±1/√inputs.</summary>
    public Parameter Linear(int outputs, int inputs) => Uniform(1 / Math.Sqrt(inputs), outputs, inputs);

    /// <summary>The bias of a linear map, uniform in ±1/√<paramref name="fan"/>.</summary>
    public Parameter Bias(int outputs, int fan) => Uniform(1 / Math.Sqrt(fan), outputs);

    /// <summary>
    /// The weights of a grouped linear map by Xavier's rule as PyTorch reads three dimensions: the first two are taken
    /// for maps and the third for a receptive field.
    /// </summary>
    public Parameter Grouped(int groups, int inputs, int outputs) =>
        Uniform(Math.Sqrt(6.0 / ((inputs + groups) * (long)outputs)), groups, inputs, outputs);

    /// <summary>A tensor of one value.</summary>
    public static Parameter Constant(float value, params long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        Array.Fill(values, value);
        return Of(values, shape);
    }

    /// <summary>A tensor of one value that is not trained.</summary>
    public static Parameter Fixed(float value, params long[] shape)
    {
        var parameter = Constant(value, shape);
        parameter.requires_grad = false;
        return parameter;
    }

    private Parameter Uniform(double bound, params long[] shape)
    {
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        for (int i = 0; i < values.Length; i++) values[i] = (float)(((2 * _random.NextDouble()) - 1) * bound);
        return Of(values, shape);
    }

    private static Parameter Of(float[] values, long[] shape) => new(tensor(values, shape));
}
