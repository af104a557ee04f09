using NarFormer.Encoding.Universal.Fusion;
using NarFormer.Graphs;
using NarFormer.Graphs.Costs;

namespace NarFormer.Encoding.Universal;

/// <summary>A network with everything about it that features are made of.</summary>
internal sealed class GraphView
{
    private readonly Lazy<(KernelGroups Kernels, ChannelLayouts Layouts)> _plan;

    /// <summary>Looks at <paramref name="graph"/>; recurrent layers are products of matrices if <paramref name="recurrentProducts"/>.</summary>
    public GraphView(NetworkGraph graph, bool recurrentProducts)
    {
        Graph = graph;
        RecurrentProducts = recurrentProducts;
        Cost = NetworkCost.Of(graph);
        var outputs = graph.Outputs.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        Nodes = new NodeView[graph.Nodes.Count];
        for (int i = 0; i < Nodes.Length; i++) Nodes[i] = new NodeView(this, i, outputs);
        foreach (var edge in graph.Edges) NodeView.Link(Nodes[edge.Source], Nodes[edge.Target]);
        foreach (var node in Nodes) Depth = Math.Max(Depth, node.Level);
        _plan = new(Plan, LazyThreadSafetyMode.None);
    }

    /// <summary>The network.</summary>
    public NetworkGraph Graph { get; }

    /// <summary>Whether a recurrent layer is seen as products of matrices, one at each step.</summary>
    public bool RecurrentProducts { get; }

    /// <summary>Which nodes are expected to run as one kernel.</summary>
    public KernelGroups Kernels => _plan.Value.Kernels;

    /// <summary>Which images are expected in blocks of channels.</summary>
    public ChannelLayouts Layouts => _plan.Value.Layouts;

    /// <summary>What the network costs.</summary>
    public NetworkCost Cost { get; }

    /// <summary>The nodes in the network's order.</summary>
    public NodeView[] Nodes { get; }

    /// <summary>Nodes on the longest path.</summary>
    public int Depth { get; }

    private (KernelGroups Kernels, ChannelLayouts Layouts) Plan()
    {
        var kernels = KernelGroups.Of(Nodes);
        return (kernels, ChannelLayouts.Of(Nodes, kernels));
    }
}
