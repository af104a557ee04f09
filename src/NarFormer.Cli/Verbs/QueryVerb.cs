using System.CommandLine;
using System.Text.Json.Nodes;
using NarFormer.Cli.Measuring;
using NarFormer.Cli.Storing;
using NarFormer.Measurement;
using NarFormer.Onnx;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer query</c>: what is known of how long networks take, and what is not known is found out and remembered.</summary>
internal static class QueryVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var paths = NetworkFiles.Argument();
        var platform = PlatformOption.Create();
        var measure = new Option<bool>("--measure") { Description = "Measure now on this machine, remember it, and show beside it what is predicted." };
        var noise = new Option<bool>("--allow-noise") { Description = "Measure although other work keeps the machine busy." };
        var predictor = new Option<string>("--predictor") { Description = "A predictor that is installed with this tool, or a predictor file.", HelpName = "name or file", DefaultValueFactory = _ => PredictVerb.DefaultPredictor };
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each file, on a line of its own." };
        var command = new Command("query", """
            Says how long networks take: as measured if they were measured before, else as predicted, with an interval. The store remembers it.
            Example: narformer query model.onnx --platform ort-cpu --measure
            """)
        {
            paths, platform, measure, noise, predictor, json,
        };
        var location = new StoreOption(command);
        var reading = new ReadingOptions(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var networks = NetworkFiles.Find(parsed.GetRequiredValue(paths));
            var options = reading.Of(parsed);
            MeasuringProcess? measuring = null;
            if (parsed.GetValue(measure))
            {
                var verdict = await MachineCheck.RunAsync(context, parsed.GetValue(noise), cancellation);
                if (verdict.Refusal is { } refusal)
                {
                    context.Fail(refusal);
                    return ExitCode.Failed;
                }

                measuring = MeasuringProcess.OfThisProgram(new LatencyJob { Batch = options.Batch, Dimensions = options.Dimensions }, verdict.Warnings);
            }

            await using var store = await location.OpenAsync(parsed, context, cancellation);
            using var query = new NetworkQuery(store, context.Clock, options, parsed.GetRequiredValue(platform), parsed.GetRequiredValue(predictor));
            return await RunAsync(context, networks, file => measuring is null ? query.AskAsync(file, cancellation) : query.MeasureAsync(file, measuring, cancellation), parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, NetworkFiles networks, Func<string, Task<QueriedNetwork>> ask, bool json)
    {
        int failures = networks.Problems.Count;
        foreach (string problem in networks.Problems) context.Fail(problem);
        var errors = new PredictionErrors();
        foreach (string file in networks.Files)
        {
            try
            {
                var network = await ask(file);
                Write(context, network, json);
                errors.Add(network);
            }
            catch (Exception e) when (e is OnnxException or IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
            {
                failures++;
                context.Fail(e.Message);
                if (json) context.Output.WriteLine(new JsonObject { ["file"] = file, ["error"] = e.Message }.ToJsonString());
            }
        }

        if (!json) foreach (string line in errors.Lines()) context.Output.WriteLine(line);
        return failures == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static void Write(VerbContext context, QueriedNetwork network, bool json)
    {
        if (network.Warning is { } problem) context.Warn($"{network.File}: {problem}");
        if (json)
        {
            context.Output.WriteLine(new JsonObject { ["file"] = network.File, ["hash"] = network.Captured.Network.Hash, ["answers"] = AnswerJson.Of(network.Answers) }.ToJsonString());
            return;
        }

        foreach (string warning in network.Captured.Graph.Warnings) context.Warn($"{network.File}: {warning}");
        foreach (var answer in network.Answers) context.Output.WriteLine($"{network.File}: {AnswerText.Of(answer)}");
    }
}
