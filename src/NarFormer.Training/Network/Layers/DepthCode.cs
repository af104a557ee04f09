using static TorchSharp.torch;

namespace NarFormer.Training.Network.Layers;

/// <summary>Sines and cosines of the depth of nodes; see <see cref="Architecture.PositionKind.Depth"/>.</summary>
internal static class DepthCode
{
    /// <summary>The code of each of <paramref name="depths"/>, <c>[nodes, width]</c>.</summary>
    public static Tensor Of(int[] depths, int width)
    {
        float[][] rows = [.. Enumerable.Range(0, depths.Max() + 1).Select(depth => Row(depth, width))];
        float[] code = new float[depths.Length * width];
        for (int n = 0; n < depths.Length; n++) rows[depths[n]].CopyTo(code, n * width);
        return tensor(code, [depths.Length, width]);
    }

    private static float[] Row(int depth, int width)
    {
        float[] row = new float[width];
        for (int i = 0; i < width; i++)
        {
            double angle = depth * Math.Pow(10_000, -(double)(i - (i % 2)) / width);
            row[i] = (float)(i % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle));
        }

        return row;
    }
}
