using System.Numerics.Tensors;
using NarFormer.Training.Native;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Fitting;

/// <summary>
/// Exponential moving average of a network's weights. The decay rises as <c>(1 + t) / (10 + t)</c> to its limit, so that
/// the initial weights are soon forgotten.
/// </summary>
internal sealed class WeightAverage
{
    private readonly IReadOnlyDictionary<string, Tensor> _weights;
    private readonly double _decay;

    /// <summary>Starts at the present <paramref name="weights"/>.</summary>
    public WeightAverage(IReadOnlyDictionary<string, Tensor> weights, double decay)
    {
        _weights = weights;
        _decay = decay;
        Values = weights.ToDictionary(w => w.Key, w => w.Value.Singles().ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The averages, by the names of the weights.</summary>
    public IReadOnlyDictionary<string, float[]> Values { get; }

    /// <summary>Takes in the weights after <paramref name="step"/>, counted from 0.</summary>
    public void Update(long step)
    {
        float share = (float)(1 - Math.Min(_decay, (1.0 + step) / (10.0 + step)));
        foreach (var (name, average) in Values) TensorPrimitives.Lerp(average, _weights[name].Singles(), share, average);
    }

    /// <summary>Puts the averages into the network; disposing the result puts the weights back, bit for bit.</summary>
    public IDisposable Lend()
    {
        var own = Values.Keys.ToDictionary(n => n, n => _weights[n].Singles().ToArray(), StringComparer.Ordinal);
        Put(Values);
        return new Loan(() => Put(own));
    }

    /// <summary>Puts the averages into the network for good.</summary>
    public void Keep() => Put(Values);

    private void Put(IReadOnlyDictionary<string, float[]> values)
    {
        foreach (var (name, array) in values) array.CopyTo(_weights[name].Singles());
    }

    private sealed class Loan(Action giveBack) : IDisposable
    {
        public void Dispose() => giveBack();
    }
}
