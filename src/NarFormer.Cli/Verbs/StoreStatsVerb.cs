using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NarFormer.Cli.Storing;
using NarFormer.Store;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer store stats</c>: what a store holds.</summary>
internal static class StoreStatsVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var json = new Option<bool>("--json") { Description = "Print a JSON object." };
        var command = new Command("stats", """
            Counts what the store holds, by platform and family.
            Example: narformer store stats
            """)
        {
            json,
        };
        var location = new StoreOption(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = await location.OpenAsync(parsed, context, cancellation);
            var statistics = await store.StatisticsAsync(cancellation);
            if (parsed.GetValue(json)) context.Output.WriteLine(JsonSerializer.Serialize(statistics, JsonSerializerOptions.Web));
            else Write(context.Output, statistics);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Write(TextWriter output, StoreStatistics statistics)
    {
        output.WriteLine($"{statistics.Networks} networks, {statistics.Measurements} measurements, {statistics.Predictions} predictions, {statistics.Vectors} vectors");
        foreach (var platform in statistics.Platforms)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{platform.Platform}: {platform.Networks} networks measured {platform.Measurements} times, {platform.First.UtcDateTime:yyyy-MM-dd HH:mm} to {platform.Last.UtcDateTime:yyyy-MM-dd HH:mm} UTC"));
        foreach (var family in statistics.Families) output.WriteLine($"{(family.Family.Length == 0 ? "no family" : family.Family)}: {family.Networks} networks");
    }
}
