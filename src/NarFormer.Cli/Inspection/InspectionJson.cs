using System.Text.Json.Nodes;
using NarFormer.Graphs;
using NarFormer.Graphs.Costs;
using NarFormer.Graphs.Inspection;

namespace NarFormer.Cli.Inspection;

/// <summary>JSON Lines: one object for each file, with exact numbers.</summary>
internal sealed class InspectionJson(TextWriter output, bool perNode) : IInspectionWriter
{
    /// <inheritdoc/>
    public void Write(string file, NetworkInspection inspection)
    {
        NetworkGraph graph = inspection.Graph;
        NetworkCost cost = inspection.Cost;
        var line = new JsonObject
        {
            ["file"] = file,
            ["opset"] = graph.Opset,
            ["nodes"] = graph.Nodes.Count,
            ["edges"] = graph.Edges.Count,
            ["macs"] = cost.Macs,
            ["flops"] = cost.Flops,
            ["params"] = cost.Parameters,
            ["weightBytes"] = cost.WeightBytes,
            ["memoryBytes"] = cost.MemoryBytes,
            ["peakActivationBytes"] = cost.PeakActivationBytes,
            ["operators"] = new JsonObject(inspection.Operators.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)o.Value))),
            ["unknownOperators"] = Array(cost.UnknownOperators.Select(o => (JsonNode)o)),
            ["warnings"] = Array(inspection.Warnings.Select(w => (JsonNode)w)),
            ["inputs"] = Array(graph.Inputs.Select(Tensor)),
            ["outputs"] = Array(graph.Outputs.Select(Tensor)),
        };
        if (perNode) line["perNode"] = Array(graph.Nodes.Zip(cost.Nodes, Node));
        output.WriteLine(line.ToJsonString());
    }

    private static JsonNode Node(NetworkNode node, NodeCost cost) => new JsonObject
    {
        ["name"] = node.Name,
        ["operator"] = node.QualifiedOperator,
        ["outputShape"] = node.Outputs is [{ } first, ..] ? Shape(first) : null,
        ["macs"] = cost.Macs,
        ["flops"] = cost.Flops,
        ["params"] = cost.Parameters,
        ["weightBytes"] = cost.WeightBytes,
        ["inputBytes"] = cost.InputBytes,
        ["outputBytes"] = cost.OutputBytes,
        ["memoryBytes"] = cost.MemoryBytes,
    };

    private static JsonNode Tensor(NetworkTensor tensor) => new JsonObject
    {
        ["name"] = tensor.Name,
        ["type"] = ElementTypeName.Of(tensor.ElementType),
        ["shape"] = Shape(tensor),
    };

    // An unknown dimension is null, an unknown rank no array at all.
    private static JsonArray? Shape(NetworkTensor tensor) =>
        tensor.Shape is { } shape ? Array(shape.Dimensions.Select(d => d == TensorShape.Unknown ? null : (JsonNode)d)) : null;

    private static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);
}
