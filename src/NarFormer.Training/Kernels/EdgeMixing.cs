using System.Numerics.Tensors;
using NarFormer.Training.Network.Batches;

namespace NarFormer.Training.Kernels;

/// <summary>
/// Attention on the edges without a softmax (paper section 3.2), and its gradients, for ranges of nodes. An edge's score is
/// <c>p_i · p_j / √width</c>, its weight the share of its score in those of node <c>i</c>.
/// </summary>
/// <param name="edges">Who attends to whom.</param>
/// <param name="projection">Queries and keys in one, <c>[nodes, width]</c>.</param>
/// <param name="values"><c>[nodes, width]</c>.</param>
/// <param name="nodes">The number of nodes.</param>
/// <param name="width">The width of projection and values.</param>
internal sealed class EdgeMixing(EdgeRows edges, MatrixView projection, MatrixView values, int nodes, int width)
{
    private const float SmallestSum = 1e-6f;

    private readonly float _root = 1 / MathF.Sqrt(width);
    private readonly float[] _weights = new float[edges.Nodes.Length];
    private readonly float[] _scoreSlopes = new float[edges.Nodes.Length];
    private readonly float[] _sums = new float[nodes];

    /// <summary>Writes what the nodes of <paramref name="range"/> gather to <paramref name="gathered"/>, <c>[nodes, width]</c>.</summary>
    public void Gather(Range range, MatrixView gathered)
    {
        for (int node = range.Start.Value; node < range.End.Value; node++)
        {
            var (first, end) = edges.EdgesOf(node);
            float sum = SmallestSum;
            for (int e = first; e < end; e++) sum += _weights[e] = TensorPrimitives.Dot<float>(projection.Row(node, width), projection.Row(edges.Neighbours[e], width)) * _root;
            _sums[node] = sum;
            var row = gathered.Row(node, width);
            row.Clear();
            for (int e = first; e < end; e++)
            {
                _weights[e] /= sum;
                TensorPrimitives.MultiplyAdd(values.Row(edges.Neighbours[e], width), _weights[e], row, row);
            }
        }
    }

    /// <summary>
    /// Adds the slopes of the queries of the nodes of <paramref name="range"/>, and remembers those of the scores for
    /// <see cref="KeysBackward"/>.
    /// </summary>
    public void QueriesBackward(Range range, MatrixView slope, MatrixView projectionSlope)
    {
        for (int node = range.Start.Value; node < range.End.Value; node++)
        {
            var (first, end) = edges.EdgesOf(node);
            float mean = 0;
            for (int e = first; e < end; e++)
            {
                _scoreSlopes[e] = TensorPrimitives.Dot<float>(slope.Row(node, width), values.Row(edges.Neighbours[e], width));
                mean += _weights[e] * _scoreSlopes[e];
            }

            var row = projectionSlope.Row(node, width);
            for (int e = first; e < end; e++)
            {
                _scoreSlopes[e] = (_scoreSlopes[e] - mean) / _sums[node] * _root;
                TensorPrimitives.MultiplyAdd(projection.Row(edges.Neighbours[e], width), _scoreSlopes[e], row, row);
            }
        }
    }

    /// <summary>Adds the slopes of the keys and values of the nodes of <paramref name="range"/>, once that of every query is known.</summary>
    public void KeysBackward(Range range, MatrixView slope, MatrixView projectionSlope, MatrixView valueSlope)
    {
        for (int node = range.Start.Value; node < range.End.Value; node++)
        {
            Span<float> key = projectionSlope.Row(node, width), value = valueSlope.Row(node, width);
            foreach (int e in edges.EdgesInto(node))
            {
                int query = edges.Nodes[e];
                TensorPrimitives.MultiplyAdd(projection.Row(query, width), _scoreSlopes[e], key, key);
                TensorPrimitives.MultiplyAdd(slope.Row(query, width), _weights[e], value, value);
            }
        }
    }
}
