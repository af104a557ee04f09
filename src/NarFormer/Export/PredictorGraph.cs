using NarFormer.Architecture;
using NarFormer.Encoding.Safetensors;
using NarFormer.Export.Blocks;
using NarFormer.Export.Readouts;
using NarFormer.Export.Rows;
using NarFormer.Onnx.Schema;

namespace NarFormer.Export;

/// <summary>
/// A trained network, or an ensemble of them, as an ONNX graph (opset 23) on packed networks. Inputs: <c>node_features</c> [nodes, features],
/// <c>degree</c> [nodes, 1], <c>edge_source</c> and <c>edge_target</c> [edges], <c>graph_index</c> [nodes],
/// <c>static_features</c> [graphs, static features]. Outputs: <c>prediction</c> [graphs], <c>embedding</c>
/// [graphs, hidden], with <see cref="ReadoutKind.SumOfNodeCosts"/> <c>node_costs</c> [nodes], and of an ensemble
/// <c>spread</c> [graphs], the standard deviation over members of the logarithm of their predictions. Cost is linear in
/// nodes and edges.
/// </summary>
public static class PredictorGraph
{
    private const int Opset = 23;
    private const int IrVersion = 11;

    /// <summary>Builds the graph of one network.</summary>
    /// <param name="options">The shape of the network.</param>
    /// <param name="weights">The weights under the names of the network's parameters, 32-bit floats.</param>
    /// <param name="precision">How matrices are stored.</param>
    /// <exception cref="InvalidDataException">A weight is missing or does not fit the options; the message names it.</exception>
    /// <exception cref="NotSupportedException">The network has blocks that predictor files do not hold.</exception>
    public static ModelProto Build(NetworkOptions options, IDictionary<string, SafetensorsTensor> weights, WeightPrecision precision) =>
        Build(options, [weights], precision);

    /// <summary>Builds the graph of an ensemble: every output but the spread is the mean of the members' outputs.</summary>
    /// <param name="options">The shape of each member.</param>
    /// <param name="members">The weights of each member under the names of the network's parameters, 32-bit floats.</param>
    /// <param name="precision">How matrices are stored.</param>
    /// <exception cref="ArgumentException">There are no members.</exception>
    /// <exception cref="InvalidDataException">A weight is missing or does not fit the options; the message names it.</exception>
    /// <exception cref="NotSupportedException">The network has blocks that predictor files do not hold.</exception>
    public static ModelProto Build(NetworkOptions options, IReadOnlyList<IDictionary<string, SafetensorsTensor>> members, WeightPrecision precision)
    {
        if (members.Count == 0) throw new ArgumentException("there are no members", nameof(members));
        Check(options);
        var graph = new GraphWriter(new NamedWeights(members[0]), precision);
        graph.Graph.Name = "NAR-Former V2";
        var packed = new PackedInputs(graph, options.NodeFeatures, options.StaticFeatures);
        var values = RowChoice.Write(graph, packed, (body, plan) =>
            ReadoutValues.Mean(body, [.. members.Select((weights, i) => Member(i == 0 ? body : body.With(new NamedWeights(weights), $"member {i}/"), options, packed, plan))]));
        WriteOutputs(graph, options, values);
        return new ModelProto
        {
            IrVersion = IrVersion,
            ProducerName = "NarFormer",
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = Opset } },
            Graph = graph.Graph,
        };
    }

    private static void Check(NetworkOptions options)
    {
        if (options is not { Mixer: MixerKind.GraphAttention, Scope: AttentionScope.Edges, Weighting: AttentionWeighting.Linear, Positions: PositionKind.None, FeedForward: not FeedForwardKind.None })
            throw new NotSupportedException("predictor files hold networks of graph attention on edges with a feed-forward network; mixer, scope, weighting, positions or feedForward ask for another, which can be trained and scored only");
    }

    private static ReadoutValues Member(GraphWriter graph, NetworkOptions options, PackedInputs packed, RowPlan plan)
    {
        var states = BlocksGraph.Write(graph, options, packed, plan);
        if (options.IgnoresStatics) options = options with { StaticFeatures = 0 };
        return options.Readout switch
        {
            ReadoutKind.SumWithStatics => SumWithStaticsReadout.Write(graph, options, packed, plan, states[^1]),
            ReadoutKind.MeanOfLayers => MeanOfLayersReadout.Write(graph, options, packed, plan, states),
            ReadoutKind.SumOfNodeCosts => SumOfNodeCostsReadout.Write(graph, options, packed, plan, states[^1]),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Readout, "there is no such read-out"),
        };
    }

    private static void WriteOutputs(GraphWriter graph, NetworkOptions options, ReadoutValues values)
    {
        graph.Output("prediction", values.Prediction, "graphs");
        graph.Output("embedding", values.Embedding, "graphs", $"{options.Hidden}");
        if (values.NodeCosts is { } costs) graph.Output("node_costs", costs, "nodes");
        if (values.Spread is { } spread) graph.Output("spread", spread, "graphs");
    }
}
