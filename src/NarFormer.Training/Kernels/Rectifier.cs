using System.Runtime.Intrinsics;

namespace NarFormer.Training.Kernels;

/// <summary>The backward pass of a ReLU and the dropout behind it.</summary>
internal static unsafe class Rectifier
{
    /// <summary>Passes <paramref name="slope"/>, times <paramref name="scale"/>, where <paramref name="output"/> is positive, and nothing elsewhere.</summary>
    public static void Backward(float* slope, float* output, float scale, int width)
    {
        for (int i = 0; i < width; i += Lanes.Count)
        {
            int left = width - i;
            var open = Vector512.GreaterThan(Lanes.Load(output + i, left), Vector512<float>.Zero);
            Lanes.Store(Lanes.Load(slope + i, left) * scale & open, slope + i, left);
        }
    }
}
