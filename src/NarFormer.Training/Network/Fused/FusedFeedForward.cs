using System.Numerics.Tensors;
using NarFormer.Training.Kernels;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Network.Fused;

/// <summary>
/// A grouped feed-forward network with the normalisation before it and what is added to it:
/// <c>x + scale · FFN(LayerNorm(x))</c>, <c>[nodes, hidden]</c> → <c>[nodes, hidden]</c>. A worker takes a group through both
/// maps in blocks of rows that stay in its cache.
/// </summary>
/// <param name="groups">The number of groups.</param>
/// <param name="inner">Dropout between the maps.</param>
/// <param name="outer">Dropout after them.</param>
internal sealed unsafe partial class FusedFeedForward(int groups, DropMask inner, DropMask outer) : FusedOperation
{
    private const int BlockRows = 8 * ProductTile.Rows;

    private MatrixView[] _inputs = [];
    private long[][] _shapes = [];
    private Matrix _normalized = null!; // [nodes, hidden], with the normalisation's weight and bias
    private Matrix _deviation = null!; // [1 + 2 · groups, nodes]: 1 / deviation before, within, after
    private Matrix[] _wide = []; // [groups] of [nodes, wide], normalised
    private Matrix[] _narrow = []; // [groups] of [nodes, width], normalised
    private int _nodes;
    private int _hidden;
    private int _width;
    private int _wideWidth;

    /// <summary>The order of the tensors that <see cref="FusedOperation.On"/> takes.</summary>
    private enum Input
    {
        X,
        NormWeight,
        NormBias,
        Weights1,
        Bias1,
        Norm1Weight,
        Norm1Bias,
        Weights2,
        Bias2,
        Norm2Weight,
        Norm2Bias,
        Scale,
    }

    /// <inheritdoc/>
    protected internal override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        _inputs = Views(inputs.Select(t => Keep(t)));
        _shapes = [.. inputs.Select(t => t.shape)];
        _nodes = (int)inputs[0].shape[0];
        _hidden = (int)inputs[0].shape[1];
        _width = _hidden / groups;
        _wideWidth = (int)inputs[(int)Input.Weights1].shape[2];
        _normalized = Keep(new Matrix(_nodes, _hidden));
        _deviation = Keep(new Matrix(1 + (2 * groups), _nodes));
        _wide = [.. Enumerable.Range(0, groups).Select(_ => Keep(new Matrix(_nodes, _wideWidth)))];
        _narrow = [.. Enumerable.Range(0, groups).Select(_ => Keep(new Matrix(_nodes, _width)))];
        Workers.RunRanges(_nodes, ProductTile.Rows, (_, range) => Normalize(range));
        var output = empty(_nodes, _hidden);
        var y = MatrixView.Of(output);
        Workers.Run(groups, g => Group(g, y));
        return output;
    }

    private void Normalize(Range range)
    {
        var x = View(Input.X);
        var norm = Norm(Input.NormWeight, _hidden);
        for (int i = range.Start.Value; i < range.End.Value; i++)
        {
            float* row = _normalized.At(i);
            _deviation[0][i] = norm.Normalize(x.At(i), null, row);
            norm.Scale(row, row, float.NegativeInfinity, default, 0);
        }
    }

    private void Group(int g, MatrixView output)
    {
        using var block = new Matrix(BlockRows, _wideWidth);
        MatrixView x = View(Input.X).From(0, g * _width), y = output.From(0, g * _width), normalized = MatrixView.Of(_normalized).From(0, g * _width);
        using var weights1 = ColumnPanels.Of(GroupView(Input.Weights1, g), _width, _wideWidth);
        using var weights2 = ColumnPanels.Of(GroupView(Input.Weights2, g), _wideWidth, _width);
        MatrixView wide = MatrixView.Of(_wide[g]), narrow = MatrixView.Of(_narrow[g]);
        float* bias1 = GroupView(Input.Bias1, g).Pointer, bias2 = GroupView(Input.Bias2, g).Pointer;
        RowNormalization norm1 = Norm(Input.Norm1Weight, _wideWidth), norm2 = Norm(Input.Norm2Weight, _width);
        var scale = View(Input.Scale).Row(0, _hidden).Slice(g * _width, _width);
        Span<float> deviation1 = _deviation[1 + g], deviation2 = _deviation[1 + groups + g];
        for (int first = 0; first < _nodes; first += BlockRows)
        {
            int rows = Math.Min(BlockRows, _nodes - first);
            MatrixProduct.Multiply(normalized.From(first), weights1, wide.From(first), rows); // [rows, wide]
            for (int i = first; i < first + rows; i++)
            {
                deviation1[i] = norm1.Normalize(wide.At(i), bias1, wide.At(i));
                norm1.Scale(wide.At(i), block.At(i - first), 0, inner, PlaceOf(i, g, _wideWidth));
            }

            MatrixProduct.Multiply(MatrixView.Of(block), weights2, narrow.From(first), rows); // [rows, width]
            for (int i = first; i < first + rows; i++)
            {
                deviation2[i] = norm2.Normalize(narrow.At(i), bias2, narrow.At(i));
                norm2.Scale(narrow.At(i), y.At(i), float.NegativeInfinity, outer, PlaceOf(i, g, _width));
                TensorPrimitives.MultiplyAdd(y.Row(i, _width), scale, x.Row(i, _width), y.Row(i, _width));
            }
        }
    }

    /// <summary>The normalisation whose weight is <paramref name="weight"/> and whose bias follows it.</summary>
    private RowNormalization Norm(Input weight, int width) => RowNormalization.Of(View(weight), View(weight + 1), width);

    private long PlaceOf(int node, int group, int width) => (((long)node * groups) + group) * width;

    private MatrixView View(Input input) => _inputs[(int)input];

    private MatrixView GroupView(Input input, int group) => GroupView(_inputs, input, group);

    /// <summary>The part of <paramref name="group"/> of a tensor whose first dimension counts groups.</summary>
    private MatrixView GroupView(MatrixView[] views, Input input, int group) => views[(int)input].From(input switch
    {
        Input.Weights1 => group * _width,
        Input.Weights2 => group * _wideWidth,
        _ => group,
    });

    private static MatrixView[] Views(IEnumerable<Tensor> tensors) => [.. tensors.Select(t => MatrixView.Of(t))];
}
