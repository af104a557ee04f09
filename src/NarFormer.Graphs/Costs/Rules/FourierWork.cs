using System.Numerics;

namespace NarFormer.Graphs.Costs.Rules;

/// <summary>Fourier transforms: <c>5·log2(length)</c> FLOPs for each complex number, as a fast transform takes.</summary>
internal static class FourierWork
{
    /// <summary><c>DFT</c> over one axis of <c>[batch, …, 1 or 2]</c>, the input's first after the batch unless stated.</summary>
    public static Work Transform(NetworkNode node)
    {
        var shape = node.InputDimensions(0);
        long axis = node.Input(2)?.IntegerValues is [var given, ..] ? given : node.Integer("axis", 1);
        if (axis < 0) axis += shape.Length;
        return axis < shape.Length && axis >= 0 ? Of(node.OutputElements() / 2, shape[(int)axis]) : default;
    }

    /// <summary><c>STFT</c>: output <c>[batch, frames, bins, 2]</c>; each frame is windowed and transformed.</summary>
    public static Work ShortTime(NetworkNode node) =>
        node.OutputDimensions(0) is [_, _, var bins, _] ? Of(node.OutputElements() / 2, bins) : default;

    private static Work Of(long numbers, long length) =>
        new(0, Saturating.Product(5, BitOperations.Log2((ulong)Math.Max(1, length)), numbers));
}
