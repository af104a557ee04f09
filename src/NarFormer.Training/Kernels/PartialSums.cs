using System.Numerics.Tensors;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Kernels;

/// <summary>Sums over all rows, for which each worker adds up its own part: <c>[width]</c>.</summary>
/// <param name="width">The number of columns.</param>
internal sealed class PartialSums(int width) : IDisposable
{
    private readonly Matrix _parts = Matrix.Zero(get_num_threads(), width);

    /// <summary>The sums of one worker so far.</summary>
    public Span<float> this[int part] => _parts[part];

    /// <summary>Adds the rows of <paramref name="range"/> of <paramref name="x"/> to the sums of <paramref name="part"/>.</summary>
    public void Add(int part, Range range, MatrixView x)
    {
        var sums = _parts[part];
        for (int i = range.Start.Value; i < range.End.Value; i++) TensorPrimitives.Add(sums, x.Row(i, width), sums);
    }

    /// <summary>The sums of all workers as a tensor of <paramref name="shape"/>.</summary>
    public Tensor Total(params long[] shape)
    {
        var total = empty(shape);
        LinearMaps.ColumnSums(MatrixView.Of(_parts), MatrixView.Of(total), _parts.Rows, width);
        return total;
    }

    /// <inheritdoc/>
    public void Dispose() => _parts.Dispose();
}
