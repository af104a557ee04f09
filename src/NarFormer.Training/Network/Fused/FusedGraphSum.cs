using System.Numerics.Tensors;
using NarFormer.Training.Kernels;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Network.Fused;

/// <summary>Sums over the nodes of each network: <c>[nodes, …]</c> → <c>[graphs, …]</c>.</summary>
/// <param name="sizes">The number of nodes of each network, <c>[graphs]</c>.</param>
internal sealed class FusedGraphSum(IReadOnlyList<int> sizes) : FusedOperation
{
    private readonly int[] _starts = Starts(sizes);

    private long[] _shape = [];
    private int _width;

    /// <inheritdoc/>
    protected internal override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        _shape = inputs[0].shape;
        _width = (int)_shape[1..].Aggregate(1L, (product, size) => product * size);
        var output = zeros([sizes.Count, .. _shape[1..]]);
        MatrixView x = RowsOf(inputs[0]), y = RowsOf(output);
        Workers.RunRows(sizes.Count, g =>
        {
            var sum = y.Row(g, _width);
            for (int i = _starts[g]; i < _starts[g + 1]; i++) TensorPrimitives.Add(sum, x.Row(i, _width), sum);
        });
        return output;
    }

    /// <inheritdoc/>
    protected internal override Tensor?[] Backward(Tensor slope, IReadOnlyList<bool> wanted)
    {
        var gradient = empty(_shape);
        MatrixView dy = RowsOf(slope), dx = RowsOf(gradient);
        Workers.RunRows(sizes.Count, g =>
        {
            for (int i = _starts[g]; i < _starts[g + 1]; i++) dy.Row(g, _width).CopyTo(dx.Row(i, _width));
        });
        return [gradient];
    }

    private MatrixView RowsOf(Tensor tensor) => MatrixView.Of(tensor) with { RowStride = _width };

    private static int[] Starts(IReadOnlyList<int> sizes)
    {
        int[] starts = new int[sizes.Count + 1];
        for (int g = 0; g < sizes.Count; g++) starts[g + 1] = starts[g] + sizes[g];
        return starts;
    }
}
