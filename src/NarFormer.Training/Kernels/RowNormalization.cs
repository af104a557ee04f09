using System.Runtime.Intrinsics;

namespace NarFormer.Training.Kernels;

/// <summary>Layer normalisation of one row of <paramref name="Width"/> elements, <c>Weight · (x − mean) / deviation + Bias</c>.</summary>
/// <param name="Weight">The first weight.</param>
/// <param name="Bias">The first bias.</param>
/// <param name="Width">The number of elements of a row.</param>
internal readonly unsafe record struct RowNormalization(nint Weight, nint Bias, int Width)
{
    private const float Epsilon = 1e-5f;

    /// <summary>A normalisation with the weight and the bias of these tensors.</summary>
    public static RowNormalization Of(in MatrixView weight, in MatrixView bias, int width) => new(weight.Start, bias.Start, width);

    /// <summary>Writes <c>(x + shift − mean) / deviation</c> to <paramref name="normalized"/>, which may be <paramref name="x"/>, and returns <c>1 / deviation</c>.</summary>
    public float Normalize(float* x, float* shift, float* normalized)
    {
        var sums = Vector512<float>.Zero;
        for (int i = 0; i < Width; i += Lanes.Count)
        {
            int left = Width - i;
            var values = Lanes.Load(x + i, left);
            if (shift is not null) values += Lanes.Load(shift + i, left);
            sums += values;
            Lanes.Store(values, normalized + i, left);
        }

        var mean = Vector512.Create(Vector512.Sum(sums) / Width);
        var squares = Vector512<float>.Zero;
        for (int i = 0; i < Width; i += Lanes.Count)
        {
            int left = Width - i;
            var values = (Lanes.Load(normalized + i, left) - mean) & Lanes.Mask(left);
            squares = Vector512.FusedMultiplyAdd(values, values, squares);
        }

        float inverse = 1 / MathF.Sqrt((Vector512.Sum(squares) / Width) + Epsilon);
        for (int i = 0; i < Width; i += Lanes.Count)
        {
            int left = Width - i;
            Lanes.Store((Lanes.Load(normalized + i, left) - mean) * inverse, normalized + i, left);
        }

        return inverse;
    }

    /// <summary>Writes <c>Weight · normalized + Bias</c>, cut off at <paramref name="floor"/> and dropped by <paramref name="mask"/>, to <paramref name="output"/>.</summary>
    public void Scale(float* normalized, float* output, float floor, in DropMask mask, long place)
    {
        float* weight = (float*)Weight, bias = (float*)Bias;
        var smallest = Vector512.Create(floor);
        for (int i = 0; i < Width; i += Lanes.Count)
        {
            int left = Width - i;
            var values = Vector512.FusedMultiplyAdd(Lanes.Load(normalized + i, left), Lanes.Load(weight + i, left), Lanes.Load(bias + i, left));
            Lanes.Store(mask.Apply(Vector512.Max(values, smallest), place + i), output + i, left);
        }
    }

    /// <summary>
    /// Turns the gradient of a row's output into that of the row, and adds to the gradients of weight, bias and shift.
    /// </summary>
    public void Backward(float* slope, float* normalized, float inverse, float* weightSlope, float* biasSlope, float* shiftSlope)
    {
        float* weight = (float*)Weight;
        Vector512<float> sums = default, products = default;
        for (int i = 0; i < Width; i += Lanes.Count)
        {
            int left = Width - i;
            Vector512<float> above = Lanes.Load(slope + i, left), row = Lanes.Load(normalized + i, left);
            Lanes.Store(Vector512.FusedMultiplyAdd(above, row, Lanes.Load(weightSlope + i, left)), weightSlope + i, left);
            Lanes.Store(above + Lanes.Load(biasSlope + i, left), biasSlope + i, left);
            above *= Lanes.Load(weight + i, left);
            sums += above;
            products = Vector512.FusedMultiplyAdd(above, row, products);
            Lanes.Store(above, slope + i, left);
        }

        var mean = Vector512.Create(Vector512.Sum(sums) / Width);
        var along = Vector512.Create(-Vector512.Sum(products) / Width);
        for (int i = 0; i < Width; i += Lanes.Count)
        {
            int left = Width - i;
            var below = Vector512.FusedMultiplyAdd(Lanes.Load(normalized + i, left), along, Lanes.Load(slope + i, left) - mean) * inverse;
            Lanes.Store(below, slope + i, left);
            if (shiftSlope is not null) Lanes.Store(below + Lanes.Load(shiftSlope + i, left), shiftSlope + i, left);
        }
    }
}
