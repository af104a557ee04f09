using NarFormer.Encoding;
using static TorchSharp.torch;

namespace NarFormer.Bench.TrainingStep;

/// <summary>A network as the published code keeps it: features and a dense undirected adjacency matrix.</summary>
internal sealed class DenseGraph
{
    private readonly Dictionary<long, Tensor> _roots = [];

    public DenseGraph(EncodedNetwork network)
    {
        int nodes = network.NodeCount;
        float[] adjacency = new float[nodes * nodes];
        foreach (var (source, target) in network.EdgeSources.Zip(network.EdgeTargets))
            adjacency[(source * nodes) + target] = adjacency[(target * nodes) + source] = 1;
        Features = tensor(network.NodeFeatures, [nodes, network.FeatureCount]);
        Statics = tensor(network.StaticFeatures);
        Adjacency = tensor(adjacency, [nodes, nodes]);
        Degree = Adjacency.sum(1, keepdim: true);
    }

    /// <summary><c>[nodes, features]</c>.</summary>
    public Tensor Features { get; }

    /// <summary><c>[static features]</c>.</summary>
    public Tensor Statics { get; }

    /// <summary><c>[nodes, nodes]</c>.</summary>
    public Tensor Adjacency { get; }

    /// <summary><c>[nodes, 1]</c>.</summary>
    public Tensor Degree { get; }

    /// <summary>√<paramref name="width"/> as a tensor.</summary>
    public Tensor Root(long width) =>
        _roots.TryGetValue(width, out var root) ? root : _roots[width] = tensor((float)Math.Sqrt(width)).DetachFromDisposeScope();
}
