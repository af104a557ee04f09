using System.Numerics.Tensors;
using NarFormer.Training.Kernels;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Network.Fused;

/// <summary>What ends an attention with a residual, <c>input + dropout(ReLU(x))</c>: two of <c>[nodes, width]</c> → <c>[nodes, width]</c>.</summary>
internal sealed unsafe class FusedRectifiedAddition(DropMask mask) : FusedOperation
{
    private Matrix _added = null!;

    /// <inheritdoc/>
    protected internal override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        int rows = (int)inputs[0].shape[0], width = (int)inputs[0].shape[1];
        _added = Keep(new Matrix(rows, width));
        var output = empty(rows, width);
        MatrixView input = MatrixView.Of(inputs[0]), x = MatrixView.Of(inputs[1]), y = MatrixView.Of(output);
        Workers.RunRows(rows, i =>
        {
            var added = _added[i];
            TensorPrimitives.Max(x.Row(i, width), 0, added);
            mask.Apply(added, (long)i * width);
            TensorPrimitives.Add(input.Row(i, width), added, y.Row(i, width));
        });
        return output;
    }

    /// <inheritdoc/>
    protected internal override Tensor?[] Backward(Tensor slope, IReadOnlyList<bool> wanted)
    {
        int rows = _added.Rows, width = _added.Columns;
        var gradient = empty(rows, width);
        MatrixView dy = MatrixView.Of(slope), dx = MatrixView.Of(gradient);
        Workers.RunRows(rows, i =>
        {
            dy.Row(i, width).CopyTo(dx.Row(i, width));
            Rectifier.Backward(dx.At(i), _added.At(i), mask.Scale, width);
        });
        return [slope.alias(), gradient];
    }
}
