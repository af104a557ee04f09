using System.Globalization;
using System.Text.Json.Nodes;

namespace NarFormer.Cli.Ranking;

/// <summary>Writes ranked cells: a line each, for people or as JSON.</summary>
internal static class RankingWriter
{
    /// <summary>Writes <paramref name="cell"/> to the output.</summary>
    public static void Write(VerbContext context, RankedCell cell, bool json) => context.Output.WriteLine(json
        ? new JsonObject { ["rank"] = cell.Rank, ["id"] = cell.Id, ["arch"] = cell.Architecture, ["prediction"] = cell.Prediction }.ToJsonString(JsonText.Plain)
        : string.Create(CultureInfo.InvariantCulture, $"{cell.Rank,6}  {cell.Prediction:0.0000}  {(cell.Id == cell.Architecture || cell.Id.Length == 0 ? "" : cell.Id + "  ")}{cell.Architecture}"));
}
