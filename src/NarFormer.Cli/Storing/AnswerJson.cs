using System.Text.Json.Nodes;
using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>Answers as JSON, under the names of the service.</summary>
internal static class AnswerJson
{
    /// <summary>The object of <paramref name="answer"/>.</summary>
    public static JsonObject Of(Answer answer) => new()
    {
        ["platform"] = answer.Platform,
        ["source"] = answer.IsMeasured ? "measured" : "predicted",
        ["predictor"] = answer.Predictor,
        ["milliseconds"] = answer.Milliseconds,
        ["low"] = answer.Low,
        ["high"] = answer.High,
        ["coverage"] = answer.Coverage,
        ["familiar"] = answer.Familiar,
        ["at"] = answer.At,
    };

    /// <summary>The array of <paramref name="answers"/>.</summary>
    public static JsonArray Of(IEnumerable<Answer> answers) => new([.. answers.Select(Of)]);
}
