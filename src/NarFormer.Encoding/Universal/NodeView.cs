using NarFormer.Graphs;
using NarFormer.Graphs.Costs;

namespace NarFormer.Encoding.Universal;

/// <summary>A node with everything about it and its place that features are made of.</summary>
internal sealed class NodeView
{
    private readonly List<NodeView> _producers = [];
    private readonly List<NodeView> _readers = [];

    /// <summary>Looks at node <paramref name="index"/> of <paramref name="graph"/>.</summary>
    public NodeView(GraphView graph, int index, IReadOnlySet<string> graphOutputs)
    {
        Graph = graph;
        Index = index;
        Node = graph.Graph.Nodes[index];
        Cost = graph.Cost.Nodes[index];
        Product = MatrixView.Of(Node, graph.RecurrentProducts);
        Category = KernelCategories.Of(Node, Product);
        foreach (var output in Node.Outputs)
        {
            if (output is null) continue;
            Output ??= output;
            IsGraphOutput |= graphOutputs.Contains(output.Name);
        }

        for (int i = 0; i < Node.Inputs.Count; i++) Look(Node.Inputs[i], isFirst: i == 0);
    }

    /// <summary>The network that the node belongs to.</summary>
    public GraphView Graph { get; }

    /// <summary>Its place in the network.</summary>
    public int Index { get; }

    /// <summary>The node.</summary>
    public NetworkNode Node { get; }

    /// <summary>What the node costs.</summary>
    public NodeCost Cost { get; }

    /// <summary>The node as a product of matrices.</summary>
    public MatrixView Product { get; }

    /// <summary>The kind of work.</summary>
    public KernelCategory Category { get; }

    /// <summary>The first input, if there is one.</summary>
    public NetworkTensor? FirstInput { get; private set; }

    /// <summary>The largest of the other inputs, if there is one.</summary>
    public NetworkTensor? SecondInput { get; private set; }

    /// <summary>The first output, if there is one.</summary>
    public NetworkTensor? Output { get; }

    /// <summary>How many inputs are computed or given, not constant.</summary>
    public int DataInputs { get; private set; }

    /// <summary>How many inputs are constants.</summary>
    public int ConstantInputs { get; private set; }

    /// <summary>Whether the caller may replace one of the constants.</summary>
    public bool HasOverridable { get; private set; }

    /// <summary>Whether an input of the network is read.</summary>
    public bool ReadsGraphInput { get; private set; }

    /// <summary>Whether an output is an output of the network.</summary>
    public bool IsGraphOutput { get; }

    /// <summary>The nodes that this one reads from, in the order of its inputs.</summary>
    public IReadOnlyList<NodeView> Producers => _producers;

    /// <summary>The nodes that read from this one.</summary>
    public IReadOnlyList<NodeView> Readers => _readers;

    /// <summary>The first node that reads from this one, if there is one.</summary>
    public NodeView? Consumer => _readers.Count > 0 ? _readers[0] : null;

    /// <summary>How many nodes read from this one.</summary>
    public int Consumers => _readers.Count;

    /// <summary>A bit for each category among the nodes that this one reads from.</summary>
    public uint PreviousCategories { get; private set; }

    /// <summary>A bit for each category among the nodes that read from this one.</summary>
    public uint NextCategories { get; private set; }

    /// <summary>Nodes on the longest path that ends here, this one included.</summary>
    public int Level { get; private set; } = 1;

    /// <summary>Whether an element of the output depends on elements of the inputs at the same place only.</summary>
    public bool IsElementwise => IsActivation || Category == KernelCategory.Arithmetic;

    /// <summary>Whether the work is a function of one value, as activations are.</summary>
    public bool IsActivation => Category is KernelCategory.CheapFunction or KernelCategory.CostlyFunction;

    /// <summary>Whether exactly one node reads the value and the caller does not see it, so that a runtime need not keep it.</summary>
    public bool IsReadOnce => Consumers == 1 && !IsGraphOutput;

    /// <summary>Whether the work is a product of matrices.</summary>
    public bool IsProduct => Category <= KernelCategory.MatrixProduct;

    /// <summary>Whether the work is a convolution.</summary>
    public bool IsConvolution => Category <= KernelCategory.DepthwiseConvolution;

    /// <summary>Enters that <paramref name="target"/> reads from <paramref name="source"/>; edges come in the order of their targets.</summary>
    public static void Link(NodeView source, NodeView target)
    {
        source._readers.Add(target);
        source.NextCategories |= Bit(target.Category);
        target._producers.Add(source);
        target.PreviousCategories |= Bit(source.Category);
        target.Level = Math.Max(target.Level, source.Level + 1);
    }

    /// <summary>The bit that stands for <paramref name="category"/>.</summary>
    public static uint Bit(KernelCategory category) => 1u << (int)category;

    private void Look(NetworkTensor? input, bool isFirst)
    {
        if (input is null) return;
        if (input.Kind == TensorKind.Constant) ConstantInputs++;
        else DataInputs++;
        HasOverridable |= input.IsOverridable;
        ReadsGraphInput |= input.Kind == TensorKind.Input;
        if (isFirst) FirstInput = input;
        else if (SecondInput is null || input.ElementCount > (SecondInput.ElementCount ?? 0)) SecondInput = input;
    }
}
