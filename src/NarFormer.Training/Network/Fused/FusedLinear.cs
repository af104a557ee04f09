using System.Numerics.Tensors;
using NarFormer.Training.Kernels;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Network.Fused;

/// <summary>
/// <c>x Wᵀ + b</c>, or its sigmoid: <c>[rows, inputs]</c>, <c>[outputs, inputs]</c> and, if there is one, <c>[outputs]</c> →
/// <c>[rows, outputs]</c>.
/// </summary>
internal sealed class FusedLinear(bool sigmoid = false) : FusedOperation
{
    private MatrixView _x;
    private MatrixView _weight;
    private MatrixView _y;
    private int _rows;
    private int _inputs;
    private int _outputs;

    /// <inheritdoc/>
    protected internal override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        _x = MatrixView.Of(Keep(inputs[0]));
        _weight = MatrixView.Of(Keep(inputs[1]));
        (_rows, _inputs, _outputs) = ((int)inputs[0].shape[0], (int)inputs[0].shape[1], (int)inputs[1].shape[0]);
        var output = empty(_rows, _outputs);
        _y = MatrixView.Of(sigmoid ? Keep(output) : output);
        MatrixView? bias = inputs.Count > 2 ? MatrixView.Of(inputs[2]) : null;
        LinearMaps.Apply(_x, _weight.Transposed, _y, _rows, _outputs, _inputs, bias, sigmoid ? row => TensorPrimitives.Sigmoid(row, row) : null);
        return output;
    }

    /// <inheritdoc/>
    protected internal override Tensor?[] Backward(Tensor slope, IReadOnlyList<bool> wanted)
    {
        using var before = sigmoid ? new Matrix(_rows, _outputs) : null;
        if (before is not null) SigmoidBackward(MatrixView.Of(slope), MatrixView.Of(before));
        var dy = before is null ? MatrixView.Of(slope) : MatrixView.Of(before);
        var gradients = new Tensor?[wanted.Count];
        if (wanted[0]) LinearMaps.Apply(dy, _weight, MatrixView.Of(gradients[0] = empty(_rows, _inputs)), _rows, _inputs, _outputs);
        LinearMaps.Apply(dy.Transposed, _x, MatrixView.Of(gradients[1] = empty(_outputs, _inputs)), _outputs, _inputs, _rows);
        if (wanted.Count > 2) LinearMaps.ColumnSums(dy, MatrixView.Of(gradients[2] = empty(_outputs)), _rows, _outputs);
        return gradients;
    }

    private void SigmoidBackward(MatrixView slope, MatrixView before) => Workers.RunRows(_rows, i =>
    {
        Span<float> y = _y.Row(i, _outputs), row = before.Row(i, _outputs);
        TensorPrimitives.Subtract(1, y, row);
        TensorPrimitives.Multiply(row, y, row);
        TensorPrimitives.Multiply(row, slope.Row(i, _outputs), row);
    });
}
