using System.Numerics.Tensors;
using NarFormer.Training.Kernels;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Network.Fused;

/// <summary>The gate from a node's degree, <c>x · σ(degree · w + b)</c>: <c>[nodes, width]</c>, <c>[width, 1]</c>, <c>[width]</c> → <c>[nodes, width]</c>.</summary>
internal sealed class FusedGate(float[] degrees) : FusedOperation
{
    private MatrixView _x;
    private MatrixView _weight;
    private MatrixView _bias;
    private int _width;

    /// <inheritdoc/>
    protected internal override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        _width = (int)inputs[0].shape[1];
        _x = MatrixView.Of(Keep(inputs[0]));
        _weight = MatrixView.Of(Keep(inputs[1])); // one column, read as a row
        _bias = MatrixView.Of(Keep(inputs[2]));
        var output = empty(degrees.Length, _width);
        var y = MatrixView.Of(output);
        Workers.RunRows(degrees.Length, i =>
        {
            var row = y.Row(i, _width);
            Open(i, row);
            TensorPrimitives.Multiply(row, _x.Row(i, _width), row);
        });
        return output;
    }

    /// <inheritdoc/>
    protected internal override Tensor?[] Backward(Tensor slope, IReadOnlyList<bool> wanted)
    {
        Tensor xSlope = empty(degrees.Length, _width), weightSlope = empty(_width, 1), biasSlope = empty(_width);
        MatrixView dy = MatrixView.Of(slope), dx = MatrixView.Of(xSlope);
        using var weights = Matrix.Zero(get_num_threads(), _width);
        using var biases = Matrix.Zero(get_num_threads(), _width);
        Workers.RunRanges(degrees.Length, 1, (part, range) => Backward(range, dy, dx, weights[part], biases[part]));
        LinearMaps.ColumnSums(MatrixView.Of(weights), MatrixView.Of(weightSlope), weights.Rows, _width);
        LinearMaps.ColumnSums(MatrixView.Of(biases), MatrixView.Of(biasSlope), biases.Rows, _width);
        return [xSlope, weightSlope, biasSlope];
    }

    private void Backward(Range range, MatrixView dy, MatrixView dx, Span<float> weight, Span<float> bias)
    {
        Span<float> gate = new float[_width], closing = new float[_width];
        for (int i = range.Start.Value; i < range.End.Value; i++)
        {
            Span<float> above = dy.Row(i, _width), below = dx.Row(i, _width);
            Open(i, gate);
            TensorPrimitives.Multiply(above, gate, below);
            TensorPrimitives.Subtract(1, gate, closing);
            TensorPrimitives.Multiply(closing, below, closing);
            TensorPrimitives.Multiply(closing, _x.Row(i, _width), closing); // the slope of degree · w + b
            TensorPrimitives.Add(bias, closing, bias);
            TensorPrimitives.MultiplyAdd(closing, degrees[i], weight, weight);
        }
    }

    private void Open(int node, Span<float> gate)
    {
        TensorPrimitives.MultiplyAdd(_weight.Row(0, _width), degrees[node], _bias.Row(0, _width), gate);
        TensorPrimitives.Sigmoid(gate, gate);
    }
}
