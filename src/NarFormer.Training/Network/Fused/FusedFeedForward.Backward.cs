using System.Numerics.Tensors;
using NarFormer.Training.Kernels;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Network.Fused;

internal sealed unsafe partial class FusedFeedForward
{
    /// <inheritdoc/>
    protected internal override Tensor?[] Backward(Tensor slope, IReadOnlyList<bool> wanted)
    {
        Tensor[] tensors = [.. _shapes.Select((shape, i) => (Input)i is Input.X or Input.Weights1 or Input.Weights2 ? empty(shape) : zeros(shape))];
        var gradients = Views(tensors);
        using var shared1 = Matrix.Zero(2 * groups, _wideWidth);
        using var shared2 = Matrix.Zero(2 * groups, _width);
        var dy = MatrixView.Of(slope);
        var dx = gradients[(int)Input.X];
        Workers.Run(groups, g => GroupBackward(g, dy, dx, gradients, shared1, shared2));
        LinearMaps.ColumnSums(MatrixView.Of(shared1), gradients[(int)Input.Norm1Weight], groups, _wideWidth);
        LinearMaps.ColumnSums(MatrixView.Of(shared1).From(groups), gradients[(int)Input.Norm1Bias], groups, _wideWidth);
        LinearMaps.ColumnSums(MatrixView.Of(shared2), gradients[(int)Input.Norm2Weight], groups, _width);
        LinearMaps.ColumnSums(MatrixView.Of(shared2).From(groups), gradients[(int)Input.Norm2Bias], groups, _width);

        using var weights = Matrix.Zero(get_num_threads(), _hidden);
        using var biases = Matrix.Zero(get_num_threads(), _hidden);
        Workers.RunRanges(_nodes, ProductTile.Rows, (part, range) => NormalizeBackward(range, dy, dx, weights, biases, part));
        LinearMaps.ColumnSums(MatrixView.Of(weights), gradients[(int)Input.NormWeight], weights.Rows, _hidden);
        LinearMaps.ColumnSums(MatrixView.Of(biases), gradients[(int)Input.NormBias], biases.Rows, _hidden);
        return tensors;
    }

    private void GroupBackward(int g, MatrixView dy, MatrixView dx, MatrixView[] gradients, Matrix shared1, Matrix shared2)
    {
        using var active = new Matrix(BlockRows, _wideWidth);
        using var wideSlope = new Matrix(BlockRows, _wideWidth);
        using var narrowSlope = new Matrix(BlockRows, _width);
        using var weights1 = ColumnPanels.Of(GroupView(Input.Weights1, g).Transposed, _wideWidth, _width);
        using var weights2 = ColumnPanels.Of(GroupView(Input.Weights2, g).Transposed, _width, _wideWidth);
        MatrixView weightSlope1 = GroupView(gradients, Input.Weights1, g), weightSlope2 = GroupView(gradients, Input.Weights2, g);
        MatrixView input = MatrixView.Of(_normalized).From(0, g * _width), output = dx.From(0, g * _width);
        var norm1 = Norm(Input.Norm1Weight, _wideWidth);
        for (int first = 0; first < _nodes; first += BlockRows)
        {
            int rows = Math.Min(BlockRows, _nodes - first);
            NarrowBackward(g, first, rows, dy.From(0, g * _width), narrowSlope, gradients, shared2);
            for (int i = 0; i < rows; i++) norm1.Scale(_wide[g].At(first + i), active.At(i), 0, inner, PlaceOf(first + i, g, _wideWidth));
            MatrixProduct.Multiply(MatrixView.Of(active).Transposed, MatrixView.Of(narrowSlope), weightSlope2, _wideWidth, _width, rows, accumulate: first > 0);
            MatrixProduct.Multiply(MatrixView.Of(narrowSlope), weights2, MatrixView.Of(wideSlope), rows); // [rows, wide]
            WideBackward(g, first, rows, active, wideSlope, gradients, shared1);
            MatrixProduct.Multiply(input.From(first).Transposed, MatrixView.Of(wideSlope), weightSlope1, _width, _wideWidth, rows, accumulate: first > 0);
            MatrixProduct.Multiply(MatrixView.Of(wideSlope), weights1, output.From(first), rows); // [rows, width]
        }
    }

    /// <summary>From the output to the second map's products.</summary>
    private void NarrowBackward(int g, int first, int rows, MatrixView dy, Matrix slope, MatrixView[] gradients, Matrix shared)
    {
        Span<float> output = stackalloc float[_width];
        var scaleSlope = gradients[(int)Input.Scale].Row(0, _hidden).Slice(g * _width, _width);
        float* biasSlope = GroupView(gradients, Input.Bias2, g).Pointer;
        ReadOnlySpan<float> scale = View(Input.Scale).Row(0, _hidden).Slice(g * _width, _width);
        var norm = Norm(Input.Norm2Weight, _width);
        Span<float> deviation = _deviation[1 + groups + g];
        fixed (float* unscaled = output)
        {
            for (int i = 0; i < rows; i++)
            {
                long place = PlaceOf(first + i, g, _width);
                var above = dy.Row(first + i, _width);
                float* normalized = _narrow[g].At(first + i);
                norm.Scale(normalized, unscaled, float.NegativeInfinity, outer, place);
                TensorPrimitives.MultiplyAdd(above, output, scaleSlope, scaleSlope);
                TensorPrimitives.Multiply(above, scale, slope[i]);
                outer.Apply(slope[i], place);
                norm.Backward(slope.At(i), normalized, deviation[first + i], shared.At(g), shared.At(groups + g), biasSlope);
            }
        }
    }

    /// <summary>From what the second map saw to the first map's products.</summary>
    private void WideBackward(int g, int first, int rows, Matrix active, Matrix slope, MatrixView[] gradients, Matrix shared)
    {
        float* biasSlope = GroupView(gradients, Input.Bias1, g).Pointer;
        var norm = Norm(Input.Norm1Weight, _wideWidth);
        Span<float> deviation = _deviation[1 + g];
        for (int i = 0; i < rows; i++)
        {
            Rectifier.Backward(slope.At(i), active.At(i), inner.Scale, _wideWidth);
            norm.Backward(slope.At(i), _wide[g].At(first + i), deviation[first + i], shared.At(g), shared.At(groups + g), biasSlope);
        }
    }

    /// <summary>Through the normalisation before the maps, and beside them: <paramref name="dx"/> holds the slope of its output.</summary>
    private void NormalizeBackward(Range range, MatrixView dy, MatrixView dx, Matrix weights, Matrix biases, int part)
    {
        Span<float> deviation = _deviation[0];
        var norm = Norm(Input.NormWeight, _hidden);
        fixed (float* normalized = new float[_hidden])
        {
            for (int i = range.Start.Value; i < range.End.Value; i++)
            {
                _ = norm.Normalize(View(Input.X).At(i), null, normalized);
                norm.Backward(dx.At(i), normalized, deviation[i], weights.At(part), biases.At(part), null);
                TensorPrimitives.Add(dx.Row(i, _hidden), dy.Row(i, _hidden), dx.Row(i, _hidden));
            }
        }
    }
}
