using System.Text.Json;
using System.Text.Json.Serialization;

namespace NarFormer.Training.Evaluation;

/// <summary>A record of scores as numbers under the names that it has in JSON.</summary>
internal static class ScoresByName
{
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static IReadOnlyDictionary<string, double> Of<T>(T scores) =>
        JsonSerializer.SerializeToNode(scores, Options).Deserialize<Dictionary<string, double>>(Options)!;
}
