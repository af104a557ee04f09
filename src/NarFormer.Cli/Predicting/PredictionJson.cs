using System.Text.Json.Nodes;
using NarFormer.Description;

namespace NarFormer.Cli.Predicting;

/// <summary>JSON Lines: one object for each file; one that failed has <c>file</c> and <c>error</c>.</summary>
internal sealed class PredictionJson(VerbContext context, PredictorDescription predictor) : IPredictionWriter
{
    /// <inheritdoc/>
    public void Write(FilePrediction file)
    {
        if (file is FilePrediction.Failed failed) context.Fail(failed.Error);
        context.Output.WriteLine(file switch
        {
            FilePrediction.Done done => Line(done).ToJsonString(),
            FilePrediction.Failed failure => new JsonObject { ["file"] = failure.File, ["error"] = failure.Error }.ToJsonString(),
            _ => throw new InvalidOperationException($"unknown outcome {file}"),
        });
    }

    private JsonObject Line(FilePrediction.Done done) => new()
    {
        ["file"] = done.File,
        ["prediction"] = done.Prediction.Value,
        ["low"] = done.Prediction.Low,
        ["high"] = done.Prediction.High,
        ["coverage"] = done.Prediction.Coverage,
        ["unit"] = done.Prediction.Unit,
        ["platform"] = done.Prediction.Platform,
        ["predictor"] = predictor.Name,
        ["members"] = predictor.Members,
        ["familiar"] = done.Prediction.IsFamiliar,
        ["macs"] = done.Cost.Macs,
        ["params"] = done.Cost.Parameters,
        ["nodes"] = done.Graph.Nodes.Count,
        ["warnings"] = new JsonArray([.. done.Warnings.Select(w => (JsonNode)w)]),
    };
}
