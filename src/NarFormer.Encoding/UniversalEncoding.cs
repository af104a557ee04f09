using NarFormer.Encoding.Universal;
using NarFormer.Encoding.Universal.Nodes;
using NarFormer.Encoding.Universal.Statics;
using NarFormer.Graphs;

namespace NarFormer.Encoding;

/// <summary>
/// The encoding for real use: every operator of the ONNX standard has a place, an unknown one still carries its shapes
/// and cost, and magnitudes are logarithms, so that they extrapolate. docs/encoding.md gives the reason for each part.
/// </summary>
public sealed class UniversalEncoding : INetworkEncoding
{
    private static readonly OperatorBlock Operators = new();
    private static readonly CategoryBlock Kinds = new();

    private const int Newest = 3;

    private static readonly IReadOnlyList<IFeatureBlock<NodeView>> Common =
    [
        Operators,
        Kinds,
        new WindowBlock(),
        new AttributeBlock(),
        new ElementTypeBlock(),
        new ShapeBlock("input1", n => n.FirstInput),
        new ShapeBlock("input2", n => n.SecondInput),
        new ShapeBlock("output", n => n.Output),
    ];

    private static readonly FeatureLayout<NodeView> NodesOfSecond =
        new([.. Common, new CostBlock(shares: true), new CacheBlock(), new MatrixBlock(), new PlacementBlock(network: true)]);

    private static readonly FeatureLayout<NodeView> NodesOfNewest =
        new(
        [
            .. Common, new CostBlock(shares: false), new CacheBlock(), new ResidencyBlock(), new MatrixBlock(), new PlacementBlock(network: false),
            new KernelBlock(), new LayoutBlock(), new AccessBlock(),
        ]);

    private static readonly FeatureLayout<GraphView> Statics = new(new TotalsBlock(), new CategoryTotalsBlock());

    private readonly int _version;

    /// <summary>The newest version.</summary>
    public UniversalEncoding()
        : this(Newest)
    {
    }

    private UniversalEncoding(int version) => _version = version;

    /// <summary>The first version, for predictors that were trained with it: a recurrent layer has no <c>matrix.*</c> features.</summary>
    public static UniversalEncoding First { get; } = new(1);

    /// <summary>The second version, for predictors that were trained with it: no <c>kernel.*</c>, <c>layout.*</c> and <c>access.*</c> features.</summary>
    public static UniversalEncoding Second { get; } = new(2);

    /// <inheritdoc/>
    public string Name => $"universal-{_version}";

    /// <inheritdoc/>
    public int NodeFeatureCount => Nodes.Names.Count;

    /// <inheritdoc/>
    public int StaticFeatureCount => Statics.Names.Count;

    /// <inheritdoc/>
    public bool FoldsConstants => true;

    /// <summary>The name of each column of the node features, for example <c>cost.macs</c>.</summary>
    public static IReadOnlyList<string> NodeFeatureNames => NodesOfNewest.Names;

    /// <summary>The name of each static feature, for example <c>total.macs</c>.</summary>
    public static IReadOnlyList<string> StaticFeatureNames => Statics.Names;

    private FeatureLayout<NodeView> Nodes => _version == Newest ? NodesOfNewest : NodesOfSecond;

    /// <inheritdoc/>
    public int? NodeFeature(string name)
    {
        for (int i = 0; i < Nodes.Names.Count; i++)
        {
            if (string.Equals(Nodes.Names[i], name, StringComparison.Ordinal)) return i;
        }

        return null;
    }

    /// <inheritdoc/>
    public EncodedNetwork Encode(NetworkGraph graph)
    {
        if (graph.Nodes.Count == 0) throw new ArgumentException($"{graph.Name}: the network has no nodes to encode", nameof(graph));
        var view = new GraphView(graph, recurrentProducts: _version > 1);
        int width = NodeFeatureCount;
        float[] features = new float[view.Nodes.Length * width];
        for (int i = 0; i < view.Nodes.Length; i++) Nodes.Write(view.Nodes[i], features.AsSpan(i * width, width));
        float[] statics = new float[StaticFeatureCount];
        Statics.Write(view, statics);
        return new EncodedNetwork(
            view.Nodes.Length, features, [.. graph.Edges.Select(e => e.Source)], [.. graph.Edges.Select(e => e.Target)], statics)
        {
            NodeNames = [.. graph.Nodes.Select(n => n.Name)],
        };
    }
}
