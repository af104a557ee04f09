using System.CommandLine;
using NarFormer.Cli.Explaining;
using NarFormer.Onnx;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer explain</c>: which nodes the predicted latency comes from.</summary>
internal static class ExplainVerb
{
    private const int NodesOfText = 20;

    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var paths = NetworkFiles.Argument();
        var predictor = new Option<string>("--predictor")
        {
            Description = "The name of a predictor that is installed with this tool, or a predictor file; it has to sum costs of nodes.",
            HelpName = "name or file",
            DefaultValueFactory = _ => PredictVerb.DefaultPredictor,
        };
        var top = new Option<int?>("--top") { Description = $"The most nodes to list, the most expensive first [default: {NodesOfText}, with --json all].", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each file, on a line of its own." };
        top.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int value) && value < 0) result.AddError($"--top {value}: must be at least 0");
        });
        var command = new Command("explain", """
            Shows which operators and nodes the predicted latency of networks comes from; the parts add up to the prediction.
            Example: narformer explain model.onnx --top 10
            """)
        {
            paths, predictor, top, json,
        };
        var reading = new ReadingOptions(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var loaded = PredictVerb.Load(parsed.GetRequiredValue(predictor));
            IExplanationWriter writer = parsed.GetValue(json)
                ? new ExplanationJson(context.Output, loaded.Description, parsed.GetValue(top))
                : new ExplanationText(context, parsed.GetValue(top) ?? NodesOfText);
            return Task.FromResult(Run(context, NetworkFiles.Find(parsed.GetRequiredValue(paths)), loaded, reading.Of(parsed), writer, cancellation));
        });
        return command;
    }

    private static int Run(VerbContext context, NetworkFiles networks, Predictor predictor, OnnxReadOptions options, IExplanationWriter writer, CancellationToken cancellation)
    {
        if (!predictor.SumsNodeCosts) throw new NotSupportedException($"predictor {predictor.Description.Name} has no costs of nodes: its predictions cannot be explained");
        var reader = new OnnxReader(options with { FoldConstants = predictor.Encoding.FoldsConstants, Cancellation = cancellation });
        int failures = networks.Problems.Count;
        foreach (string problem in networks.Problems) context.Fail(problem);
        foreach (string file in networks.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var graph = reader.Read(file);
                var explanation = predictor.Explain(graph);
                writer.Write(file, explanation, [.. graph.Warnings, .. explanation.Prediction.Warnings]);
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException or NotSupportedException)
            {
                context.Fail(e.Message);
                failures++;
            }
        }

        return failures == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
