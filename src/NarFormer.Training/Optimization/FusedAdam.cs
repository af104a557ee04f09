using NarFormer.Training.Kernels;
using NarFormer.Training.Native;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Optimization;

/// <summary>
/// Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1) with decoupled weight decay (arXiv 1711.05101), one pass over the
/// raw memory of each parameter. Its moments are plain arrays, to be saved and restored bit for bit.
/// </summary>
public sealed class FusedAdam
{
    private readonly Slot[] _slots;
    private readonly float _weightDecay;

    /// <summary>Creates the optimiser with moments of zero.</summary>
    /// <param name="weights">The parameters by name: contiguous 32-bit floats on the processor.</param>
    /// <param name="weightDecay">Share of a weight that a step at learning rate 1 takes away; 0 for none.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε, beside the root.</param>
    public FusedAdam(IReadOnlyDictionary<string, Tensor> weights, double weightDecay = 0, double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8)
    {
        _slots = [.. weights.Select(w => new Slot(w.Value, new float[w.Value.numel()], new float[w.Value.numel()]))];
        FirstMoments = weights.Keys.Zip(_slots).ToDictionary(p => p.First, p => p.Second.First, StringComparer.Ordinal);
        SecondMoments = weights.Keys.Zip(_slots).ToDictionary(p => p.First, p => p.Second.Second, StringComparer.Ordinal);
        _weightDecay = (float)weightDecay;
        FirstDecay = firstDecay;
        SecondDecay = secondDecay;
        Epsilon = epsilon;
    }

    /// <summary>β₁.</summary>
    public double FirstDecay { get; }

    /// <summary>β₂.</summary>
    public double SecondDecay { get; }

    /// <summary>ε.</summary>
    public double Epsilon { get; }

    /// <summary>Steps taken; set it with the moments to go on from a saved state.</summary>
    public long Steps { get; set; }

    /// <summary>Running means of the gradients, by name; writable for restoring.</summary>
    public IReadOnlyDictionary<string, float[]> FirstMoments { get; }

    /// <summary>Running means of the squared gradients, by name; writable for restoring.</summary>
    public IReadOnlyDictionary<string, float[]> SecondMoments { get; }

    /// <summary>Takes a step along the present gradients; a parameter without gradient stays as it is.</summary>
    /// <exception cref="InvalidOperationException">A parameter or gradient is not made of contiguous 32-bit floats on the processor.</exception>
    public void Step(double learningRate)
    {
        Steps++;
        var rule = new AdamRule(
            (float)FirstDecay,
            (float)SecondDecay,
            (float)(learningRate / (1 - Math.Pow(FirstDecay, Steps))),
            (float)(1 / Math.Sqrt(1 - Math.Pow(SecondDecay, Steps))),
            (float)Epsilon,
            (float)(1 - (learningRate * _weightDecay)));
        Workers.Run(_slots.Length, i =>
        {
            var slot = _slots[i];
            using var gradient = slot.Weight.grad;
            if (gradient is not null) rule.Apply(slot.Weight.Singles(), gradient.Singles(), slot.First, slot.Second);
        });
    }

    private readonly record struct Slot(Tensor Weight, float[] First, float[] Second);
}
