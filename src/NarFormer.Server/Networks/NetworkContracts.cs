using NarFormer.Graphs;
using NarFormer.Graphs.Inspection;
using NarFormer.Server.Contracts;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>Writes networks as callers see them.</summary>
internal static class NetworkContracts
{
    /// <summary>A network with the answers to it.</summary>
    public static NetworkContract Of(StoredNetwork network, NetworkInspection inspection, IReadOnlyList<AnswerContract> answers)
    {
        var (graph, cost, operators, warnings) = inspection;
        return new NetworkContract(
            network.Hash,
            network.Name,
            network.Family,
            network.AddedAt,
            graph.Opset,
            graph.Nodes.Count,
            graph.Edges.Count,
            cost.Macs,
            cost.Flops,
            cost.Parameters,
            cost.WeightBytes,
            cost.MemoryBytes,
            cost.PeakActivationBytes,
            new OrderedDictionary<string, int>(operators, StringComparer.Ordinal),
            [.. graph.Inputs.Select(Of)],
            [.. graph.Outputs.Select(Of)],
            cost.UnknownOperators,
            warnings,
            answers);
    }

    /// <summary>A tensor.</summary>
    public static TensorContract Of(NetworkTensor tensor) => new(tensor.Name, ElementTypeName.Of(tensor.ElementType), Of(tensor.Shape), tensor.Kind.ToString().ToLowerInvariant());

    /// <summary>A shape; an unknown dimension is null, an unknown rank no list at all.</summary>
    public static IReadOnlyList<long?>? Of(TensorShape? shape) => shape is null ? null : [.. shape.Dimensions.Select(d => d == TensorShape.Unknown ? null : (long?)d)];
}
