using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NarFormer.Training.Optimization;

/// <summary>The numbers of one Adam step.</summary>
/// <param name="FirstDecay">β₁.</param>
/// <param name="SecondDecay">β₂.</param>
/// <param name="StepSize">Learning rate over the first bias correction, <c>α / (1 − β₁ᵗ)</c>.</param>
/// <param name="RootScale">What corrects the root of the second moment, <c>1 / √(1 − β₂ᵗ)</c>.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Kept">Share of a weight that decay leaves.</param>
internal readonly record struct AdamRule(float FirstDecay, float SecondDecay, float StepSize, float RootScale, float Epsilon, float Kept)
{
    /// <summary>Moves one parameter and its moments; all four have the same length.</summary>
    public void Apply(Span<float> weight, ReadOnlySpan<float> gradient, Span<float> first, Span<float> second)
    {
        int length = weight.Length;
        if (gradient.Length != length || first.Length != length || second.Length != length)
            throw new ArgumentException("weight, gradient and moments differ in length", nameof(gradient));
        ref float w = ref MemoryMarshal.GetReference(weight);
        ref float g = ref MemoryMarshal.GetReference(gradient);
        ref float m = ref MemoryMarshal.GetReference(first);
        ref float v = ref MemoryMarshal.GetReference(second);
        int i = 0;
        for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var slope = Read(ref g, i);
            var mean = Read(ref m, i) + ((slope - Read(ref m, i)) * (1 - FirstDecay));
            var square = (Read(ref v, i) * SecondDecay) + (slope * slope * (1 - SecondDecay));
            var size = (Vector.SquareRoot(square) * RootScale) + new Vector<float>(Epsilon);
            Write(ref m, i, mean);
            Write(ref v, i, square);
            Write(ref w, i, (Read(ref w, i) * Kept) - (mean * StepSize / size));
        }

        for (; i < length; i++)
        {
            float slope = gradient[i];
            first[i] += (slope - first[i]) * (1 - FirstDecay);
            second[i] = (second[i] * SecondDecay) + (slope * slope * (1 - SecondDecay));
            weight[i] = (weight[i] * Kept) - (first[i] * StepSize / ((MathF.Sqrt(second[i]) * RootScale) + Epsilon));
        }
    }

    private static Vector<float> Read(ref float start, int offset) =>
        Unsafe.ReadUnaligned<Vector<float>>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref start, offset)));

    private static void Write(ref float start, int offset, Vector<float> value) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref start, offset)), value);
}
