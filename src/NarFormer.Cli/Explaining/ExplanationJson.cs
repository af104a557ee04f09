using System.Text.Json.Nodes;
using NarFormer.Description;
using NarFormer.Explanations;
using NarFormer.Graphs;

namespace NarFormer.Cli.Explaining;

/// <summary>JSON Lines: one object for each file, with exact numbers.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="predictor">What the predictor says about itself.</param>
/// <param name="top">The most nodes that are listed; all if null.</param>
internal sealed class ExplanationJson(TextWriter output, PredictorDescription predictor, int? top) : IExplanationWriter
{
    /// <inheritdoc/>
    public void Write(string file, Explanation explanation, IReadOnlyList<string> warnings)
    {
        var prediction = explanation.Prediction;
        output.WriteLine(new JsonObject
        {
            ["file"] = file,
            ["prediction"] = prediction.Value,
            ["low"] = prediction.Low,
            ["high"] = prediction.High,
            ["coverage"] = prediction.Coverage,
            ["unit"] = prediction.Unit,
            ["platform"] = prediction.Platform,
            ["predictor"] = predictor.Name,
            ["familiar"] = prediction.IsFamiliar,
            ["nodes"] = explanation.Nodes.Count,
            ["operators"] = new JsonArray([.. explanation.Operators.Select(Operator)]),
            ["perNode"] = new JsonArray([.. explanation.Largest.Take(top ?? int.MaxValue).Select(Node)]),
            ["warnings"] = new JsonArray([.. warnings.Select(w => (JsonNode)w)]),
        }.ToJsonString());
    }

    private static JsonNode Operator(OperatorContribution part) => new JsonObject
    {
        ["operator"] = part.Operator,
        ["nodes"] = part.Nodes,
        ["value"] = part.Value,
        ["share"] = part.Share,
    };

    private static JsonNode Node(NodeContribution part) => new JsonObject
    {
        ["index"] = part.Index,
        ["name"] = part.Node.Name,
        ["operator"] = part.Node.QualifiedOperator,
        ["outputShape"] = part.Node.Outputs is [{ Shape: { } shape }, ..] ? new JsonArray([.. shape.Dimensions.Select(d => d == TensorShape.Unknown ? null : (JsonNode)d)]) : null,
        ["value"] = part.Value,
        ["share"] = part.Share,
    };
}
