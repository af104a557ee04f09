namespace NarFormer.Onnx.Reading;

/// <summary>What stands in for dimensions of inputs that neither the file nor the caller gives a value.</summary>
/// <param name="Size">The size; batch dimensions are 1 all the same.</param>
/// <param name="TrailingOnly">Whether only dimensions with no stated one after them get the size, and others 1.</param>
internal sealed record OpenDimensions(long Size, bool TrailingOnly)
{
    /// <summary>1 everywhere.</summary>
    public static OpenDimensions One { get; } = new(1, TrailingOnly: false);

    /// <summary>What to try if 1 contradicts the network, as where a window does not fit; the smallest that fits is taken.</summary>
    public static IReadOnlyList<OpenDimensions> Larger { get; } =
        [.. new long[] { 16, 64, 256, 512, 1024, 16000 }.SelectMany(size => new OpenDimensions[] { new(size, TrailingOnly: true), new(size, TrailingOnly: false) })];
}
