using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>
/// A graph network: GCN (Kipf and Welling 2017), GraphSAGE (Hamilton et al. 2017) or GIN layers (Xu et al. 2019) over a dense
/// adjacency matrix or a list of edges.
/// </summary>
/// <param name="Size">Nodes and edges of the graph that it reads, and how they are given.</param>
/// <param name="Features">Features of a node.</param>
/// <param name="Layer">The kind of layer.</param>
/// <param name="Width">Features inside.</param>
/// <param name="Layers">Layers.</param>
/// <param name="Residual">Whether layers have a shortcut.</param>
/// <param name="Normalized">Whether layers are followed by layer normalisation.</param>
/// <param name="Jumping">Whether the head reads all layers side by side (Xu et al. 2018), else the last.</param>
/// <param name="Pooling">What the head reads of the nodes.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record GraphConvolution(
    GraphSize Size, int Features, GraphLayer Layer, int Width, int Layers, bool Residual, bool Normalized, bool Jumping, SequenceReading Pooling, int Classes)
{
    // Scattering is slow: so many sums of single numbers take about a quarter of a second.
    private const long MaximumSums = 6_000_000;

    public static INetworkFamily Family { get; } = new NetworkFamily<GraphConvolution>("gcn", Draw, (builder, network) => network.Build(builder), SizeLimits.Wide);

    public static GraphConvolution Draw(SeededRandom random)
    {
        bool dense = random.Chance(30);
        int nodes = dense ? random.Integer(2, 64) * 8 : random.Integer(20, 2000);
        return new GraphConvolution(
            new GraphSize(nodes, dense ? 0 : nodes * random.Integer(2, 12)),
            random.Choice(16, 32, 64, 128, 500),
            random.Choice(GraphLayer.Convolution, GraphLayer.Convolution, GraphLayer.Sample, GraphLayer.Isomorphism),
            random.Scaled(128, 12, 200),
            random.Choice(random.Integer(1, 6), random.Integer(1, 6), random.Integer(7, 40)),
            random.Chance(50),
            random.Chance(40),
            random.Chance(25),
            random.Choice(SequenceReading.Mean, SequenceReading.Largest, SequenceReading.Every),
            random.Choice(2, 10, 40));
    }

    public void Build(NetworkBuilder b)
    {
        long gathered = (Layer == GraphLayer.Convolution ? Width : Features) + (Layers - 1L) * Width;
        if (b.Batch * Size.Edges * gathered > MaximumSums) throw new UnfitException($"{Size.Edges} edges are too many for {Layers} layers");
        var x = b.Input("features", Graphs.ElementType.Float32, b.Batch, Size.Nodes, Features);
        var edges = Neighbourhood.Declare(b, Size);
        var layers = new List<Value>();
        for (int layer = 0; layer < Layers; layer++) layers.Add(x = Step(b, x, edges));
        if (Jumping && Layers > 1) x = b.Concat(2, [.. layers]);
        b.Output(Pooling == SequenceReading.Every ? b.Project(x, Classes) : b.Linear(b.Pool(x, 1, Pooling == SequenceReading.Mean), Classes));
    }

    private Value Step(NetworkBuilder b, Value x, Neighbourhood edges)
    {
        var y = Layer switch
        {
            GraphLayer.Convolution => b.AddWeight(edges.Sum(b, b.ProjectWithoutBias(x, Width)), "bias", Width),
            GraphLayer.Sample => b.Add(b.Project(edges.Sum(b, x), Width), b.ProjectWithoutBias(x, Width)),
            _ => b.Project(b.Activate(b.Project(b.Add(b.Scale(x, 1.1f), edges.Sum(b, x)), Width), Activation.Relu), Width),
        };
        if (Normalized) y = b.LayerNormalization(y);
        y = b.Activate(y, Activation.Relu);
        return Residual && x.Shape[2] == Width ? b.Add(y, x) : y;
    }
}
