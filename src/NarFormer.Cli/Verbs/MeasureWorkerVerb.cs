using System.CommandLine;
using System.Text.Json;
using NarFormer.Cli.Measuring;
using NarFormer.Measurement;

namespace NarFormer.Cli.Verbs;

/// <summary>What <see cref="MeasuringProcess"/> starts: measures one file and prints a <see cref="MeasuringAnswer"/>. Not for people.</summary>
internal static class MeasureWorkerVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "measure-worker";

    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var path = new Argument<string>("path");
        var job = new Option<string>("--job") { Required = true };
        var command = new Command(Name) { path, job };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) =>
        {
            var answer = Answer(parsed.GetRequiredValue(path), parsed.GetRequiredValue(job), context.Clock, cancellation);
            context.Output.WriteLine(JsonSerializer.Serialize(answer, LatencyJsonContext.Default.MeasuringAnswer));
            return Task.FromResult(ExitCode.Ok);
        });
        return command;
    }

    private static MeasuringAnswer Answer(string path, string job, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            var run = new LatencyRun(JsonSerializer.Deserialize(job, LatencyJsonContext.Default.LatencyJob)!, [], clock);
            return new MeasuringAnswer(run.Measure(path, cancellation), null);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException or JsonException)
        {
            return new MeasuringAnswer(null, e.Message);
        }
    }
}
