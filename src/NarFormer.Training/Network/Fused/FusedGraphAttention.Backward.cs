using System.Numerics.Tensors;
using NarFormer.Training.Kernels;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Network.Fused;

internal sealed partial class FusedGraphAttention
{
    /// <inheritdoc/>
    protected internal override Tensor?[] Backward(Tensor slope, IReadOnlyList<bool> wanted)
    {
        var input = empty(_nodes, _inputs);
        MatrixView dy = MatrixView.Of(slope), dx = MatrixView.Of(input);
        using var projection = new Matrix(_nodes, _inputs);
        Matrix[] gathered = [.. directions.Select(_ => new Matrix(_nodes, _inputs))];
        using PartialSums projectionBias = new(_inputs), neighbourBias = new(_hidden), gateWeight = new(_inputs), gateBias = new(_inputs);

        MapsBackward(dy, dx, MatrixView.Of(projection), gathered, neighbourBias);
        using var projectionWeight = ColumnPanels.OnAllWorkers(_projectionWeight, _inputs, _inputs);
        Workers.RunRanges(_nodes, ProductTile.Rows, (part, range) =>
        {
            MixingBackward(range, MatrixView.Of(projection), gathered, dx);
            projectionBias.Add(part, range, MatrixView.Of(projection));
            MatrixProduct.Multiply(MatrixView.Of(projection).From(range.Start.Value), projectionWeight, dx.From(range.Start.Value), Length(range), accumulate: true); // [nodes, inputs]
            _gate?.Backward(range, _x, dx, dx, gateWeight[part], gateBias[part]);
        });
        foreach (var matrix in gathered) matrix.Dispose();

        Tensor?[] gradients = [input, empty(_inputs, _inputs), projectionBias.Total(_inputs), empty(_hidden, _inputs), neighbourBias.Total(_hidden), .. directions.Select(_ => empty(_hidden, _inputs))];
        WeightsBackward(dy, MatrixView.Of(projection), gradients);
        return _gate is null ? gradients : [.. gradients, gateWeight.Total(_inputs, 1), gateBias.Total(_inputs)];
    }

    /// <summary>Through the maps, and through the attention of those nodes that attend.</summary>
    private void MapsBackward(MatrixView dy, MatrixView dx, MatrixView projection, Matrix[] gathered, PartialSums bias)
    {
        using var own = ColumnPanels.OnAllWorkers(_ownWeight, _hidden, _inputs);
        ColumnPanels[] neighbours = [.. _neighbourWeights.Select(w => ColumnPanels.OnAllWorkers(w, _hidden, _inputs))];
        Workers.RunRanges(_nodes, ProductTile.Rows, (part, range) =>
        {
            bias.Add(part, range, dy);
            LinearMaps.Apply(dy, own, dx, range); // [nodes, inputs]
            for (int i = range.Start.Value; i < range.End.Value; i++) projection.Row(i, _inputs).Clear();
            for (int d = 0; d < neighbours.Length; d++)
            {
                LinearMaps.Apply(dy, neighbours[d], MatrixView.Of(gathered[d]), range); // [nodes, inputs]
                _mixings[d].QueriesBackward(range, MatrixView.Of(gathered[d]), projection);
            }
        });
        foreach (var panels in neighbours) panels.Dispose();
    }

    /// <summary>Through the attention to the nodes attended to, and through the sigmoid.</summary>
    private void MixingBackward(Range range, MatrixView projection, Matrix[] gathered, MatrixView dx)
    {
        for (int d = 0; d < gathered.Length; d++) _mixings[d].KeysBackward(range, MatrixView.Of(gathered[d]), projection, dx);
        Span<float> closing = new float[_inputs];
        for (int i = range.Start.Value; i < range.End.Value; i++)
        {
            Span<float> open = _projection.Row(i, _inputs), row = projection.Row(i, _inputs);
            TensorPrimitives.Subtract(1, open, closing);
            TensorPrimitives.Multiply(closing, open, closing);
            TensorPrimitives.Multiply(row, closing, row);
        }
    }

    private void WeightsBackward(MatrixView dy, MatrixView projection, Tensor?[] gradients)
    {
        using (var passed = ColumnPanels.OnAllWorkers(_passed, _nodes, _inputs))
        {
            Gradient(projection, passed, gradients[(int)Input.ProjectionWeight]!);
            Gradient(dy, passed, gradients[(int)Input.OwnWeight]!);
        }

        for (int d = 0; d < _gathered.Length; d++)
        {
            using var gathered = ColumnPanels.OnAllWorkers(_gathered[d], _nodes, _inputs);
            Gradient(dy, gathered, gradients[(int)Input.NeighbourWeights + d]!);
        }
    }

    /// <summary><c>slopeᵀ · x</c>, <c>[outputs, inputs]</c>.</summary>
    private static void Gradient(MatrixView slope, ColumnPanels x, Tensor gradient)
    {
        var weight = MatrixView.Of(gradient);
        Workers.RunRanges((int)gradient.shape[0], ProductTile.Rows, (_, range) => LinearMaps.Apply(slope.Transposed, x, weight, range));
    }
}
