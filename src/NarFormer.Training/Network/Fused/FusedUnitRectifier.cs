using System.Numerics.Tensors;
using NarFormer.Training.Kernels;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Network.Fused;

/// <summary>What ends the published attention, <c>dropout(ReLU(x / ‖x‖))</c>: <c>[nodes, width]</c> → <c>[nodes, width]</c>.</summary>
internal sealed unsafe class FusedUnitRectifier(DropMask mask) : FusedOperation
{
    private const float SmallestNorm = 1e-12f;

    private Matrix _unit = null!;
    private float[] _norms = [];

    /// <inheritdoc/>
    protected internal override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        int rows = (int)inputs[0].shape[0], width = (int)inputs[0].shape[1];
        _unit = Keep(new Matrix(rows, width));
        _norms = new float[rows];
        var output = empty(rows, width);
        MatrixView x = MatrixView.Of(inputs[0]), y = MatrixView.Of(output);
        Workers.RunRows(rows, i =>
        {
            Span<float> unit = _unit[i], row = y.Row(i, width);
            _norms[i] = MathF.Max(TensorPrimitives.Norm<float>(x.Row(i, width)), SmallestNorm);
            TensorPrimitives.Multiply(x.Row(i, width), 1 / _norms[i], unit);
            TensorPrimitives.Max(unit, 0, row);
            mask.Apply(row, (long)i * width);
        });
        return output;
    }

    /// <inheritdoc/>
    protected internal override Tensor?[] Backward(Tensor slope, IReadOnlyList<bool> wanted)
    {
        int rows = _unit.Rows, width = _unit.Columns;
        var gradient = empty(rows, width);
        MatrixView dy = MatrixView.Of(slope), dx = MatrixView.Of(gradient);
        Workers.RunRows(rows, i =>
        {
            Span<float> unit = _unit[i], row = dx.Row(i, width);
            dy.Row(i, width).CopyTo(row);
            mask.Apply(row, (long)i * width);
            Rectifier.Backward(dx.At(i), _unit.At(i), 1, width);
            TensorPrimitives.MultiplyAdd(unit, -TensorPrimitives.Dot<float>(unit, row), row, row);
            TensorPrimitives.Multiply(row, 1 / _norms[i], row);
        });
        return [gradient];
    }
}
