namespace NarFormer.Onnx.Folding;

/// <summary>Positions in row-major tensors.</summary>
internal static class Strides
{
    /// <summary>The index along each dimension of the element at <paramref name="offset"/>.</summary>
    public static long[] Position(long offset, long[] shape)
    {
        var position = new long[shape.Length];
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            position[i] = offset % shape[i];
            offset /= shape[i];
        }

        return position;
    }

    /// <summary>Where the element at <paramref name="position"/> lies.</summary>
    public static long Offset(long[] position, long[] shape)
    {
        long offset = 0;
        for (int i = 0; i < shape.Length; i++) offset = offset * shape[i] + position[i];
        return offset;
    }

    /// <summary>Where the element at <paramref name="position"/> lies in a tensor of <paramref name="shape"/> that is repeated.</summary>
    public static long Broadcast(long[] position, long[] shape)
    {
        long offset = 0;
        int skipped = position.Length - shape.Length;
        for (int i = 0; i < shape.Length; i++) offset = offset * shape[i] + (shape[i] == 1 ? 0 : position[i + skipped]);
        return offset;
    }
}
