using System.Numerics.Tensors;
using NarFormer.Training.Kernels;
using NarFormer.Training.Network.Batches;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace NarFormer.Training.Network.Fused;

/// <summary>
/// The graph-aided attention (paper section 3.2) as one operation: the gate from the degree, the shared projection, what
/// each node gathers, and the maps of that and of its own features. <c>[nodes, inputs]</c> → <c>[nodes, hidden]</c>.
/// </summary>
/// <param name="degrees">The degrees that open the gate, <c>[nodes]</c>; null for no gate.</param>
/// <param name="directions">Who attends to whom; each direction has a map of its own.</param>
internal sealed partial class FusedGraphAttention(float[]? degrees, IReadOnlyList<EdgeRows> directions) : FusedOperation
{
    private MatrixView _x;
    private MatrixView _passed; // [nodes, inputs], behind the gate
    private MatrixView _projection; // [nodes, inputs]
    private MatrixView[] _gathered = []; // [nodes, inputs] for each direction
    private MatrixView _projectionWeight;
    private MatrixView _ownWeight;
    private MatrixView[] _neighbourWeights = [];
    private DegreeGate? _gate;
    private EdgeMixing[] _mixings = [];
    private int _nodes;
    private int _inputs;
    private int _hidden;

    /// <summary>The order of the tensors that <see cref="FusedOperation.On"/> takes: these, a weight for each direction, weight and bias of the gate.</summary>
    private enum Input
    {
        X,
        ProjectionWeight,
        ProjectionBias,
        OwnWeight,
        NeighbourBias,
        NeighbourWeights,
    }

    /// <inheritdoc/>
    protected internal override Tensor Forward(IReadOnlyList<Tensor> inputs)
    {
        MatrixView[] views = [.. inputs.Select(t => MatrixView.Of(Keep(t)))];
        (_nodes, _inputs, _hidden) = ((int)inputs[0].shape[0], (int)inputs[0].shape[1], (int)inputs[(int)Input.OwnWeight].shape[0]);
        (_x, _projectionWeight, _ownWeight) = (views[(int)Input.X], views[(int)Input.ProjectionWeight], views[(int)Input.OwnWeight]);
        _neighbourWeights = views[(int)Input.NeighbourWeights..((int)Input.NeighbourWeights + directions.Count)];
        _gate = degrees is null ? null : new DegreeGate(degrees, views[^2], views[^1], _inputs);
        _passed = _gate is null ? _x : Rows();
        _projection = Rows();
        _gathered = [.. directions.Select(_ => Rows())];
        _mixings = [.. directions.Select(edges => new EdgeMixing(edges, _projection, _passed, _nodes, _inputs))];
        Project(views[(int)Input.ProjectionBias]);
        var output = empty(_nodes, _hidden);
        Mix(views[(int)Input.NeighbourBias], MatrixView.Of(output));
        return output;
    }

    private void Project(MatrixView bias)
    {
        using var weight = ColumnPanels.OnAllWorkers(_projectionWeight.Transposed, _inputs, _inputs);
        Workers.RunRanges(_nodes, ProductTile.Rows, (_, range) =>
        {
            _gate?.Apply(range, _x, _passed);
            LinearMaps.Apply(_passed, weight, _projection, range, bias, row => TensorPrimitives.Sigmoid(row, row)); // [nodes, inputs]
        });
    }

    private void Mix(MatrixView bias, MatrixView y)
    {
        using var own = ColumnPanels.OnAllWorkers(_ownWeight.Transposed, _inputs, _hidden);
        ColumnPanels[] neighbours = [.. _neighbourWeights.Select(w => ColumnPanels.OnAllWorkers(w.Transposed, _inputs, _hidden))];
        Workers.RunRanges(_nodes, ProductTile.Rows, (_, range) =>
        {
            LinearMaps.Apply(_passed, own, y, range, bias); // [nodes, hidden]
            for (int d = 0; d < neighbours.Length; d++)
            {
                _mixings[d].Gather(range, _gathered[d]); // [nodes, inputs]
                MatrixProduct.Multiply(_gathered[d].From(range.Start.Value), neighbours[d], y.From(range.Start.Value), Length(range), accumulate: true); // [nodes, hidden]
            }
        });
        foreach (var panels in neighbours) panels.Dispose();
    }

    private MatrixView Rows() => MatrixView.Of(Keep(new Matrix(_nodes, _inputs)));

    private static int Length(Range range) => range.End.Value - range.Start.Value;
}
