using NarFormer.Measurement.Profiling;

namespace NarFormer.Training.Baselines.Kernels;

/// <summary>What a regressor sees of a kernel: dimensions and what follows from them, as logarithms.</summary>
internal static class KernelFeatures
{
    private const int Dimensions = 5;

    /// <summary>The name of kernels that one regressor serves.</summary>
    public static string TypeOf(KernelTime kernel) => kernel.Operator;

    /// <summary>
    /// Elements read, written and stored, work, groups, and the dimensions of the first two inputs and the first output, aligned at
    /// the last.
    /// </summary>
    public static float[] Of(KernelTime kernel)
    {
        long[] first = Shape(kernel.Inputs, 0), second = Shape(kernel.Inputs, 1), output = Shape(kernel.Outputs, 0);
        double read = kernel.Inputs.Sum(Elements), written = kernel.Outputs.Sum(Elements);
        return
        [
            Log(read), Log(written), Log(Elements(first)), Log(Elements(second)), Log(read + written), Log(Work(first, second, output)), Log(Groups(first, second)),
            .. Aligned(first), .. Aligned(second), .. Aligned(output),
        ];
    }

    // Multiplications where the second input is a filter or a matrix, elements written elsewhere.
    private static double Work(long[] first, long[] second, long[] output) => second.Length switch
    {
        4 when first.Length == 4 => Elements(output) * second[1] * second[2] * second[3],
        2 when first.Length >= 2 => Elements(output) * first[^1],
        >= 3 when second.Length == first.Length => Elements(output) * first[^1],
        _ => Elements(output),
    };

    private static double Groups(long[] first, long[] second) =>
        first.Length == 4 && second.Length == 4 && second[1] > 0 ? (double)first[1] / second[1] : 0;

    private static long[] Shape(IReadOnlyList<long[]> shapes, int place) => place < shapes.Count ? shapes[place] : [];

    private static double Elements(long[] shape) => shape.Aggregate(1.0, (product, dimension) => product * dimension);

    private static IEnumerable<float> Aligned(long[] shape) =>
        Enumerable.Range(shape.Length - Dimensions, Dimensions).Select(i => i < 0 ? 0 : Log(shape[i]));

    private static float Log(double value) => (float)Math.Log2(1 + Math.Max(0, value));
}
