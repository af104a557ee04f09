using System.CommandLine;
using System.Text.Json.Nodes;
using NarFormer.Cli.Embedding;
using NarFormer.Cli.Ranking;
using NarFormer.Datasets.Vectors;
using NarFormer.Graphs.Cells;
using NarFormer.Onnx;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer embed</c>: networks or cells as vectors.</summary>
internal static class EmbedVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var paths = NetworkFiles.Argument(required: false);
        var cells = new Option<string>("--cells") { Description = "A file of cells of a search space (.csv or .jsonl) in place of networks." };
        var space = new Option<string>("--space") { Description = "A whole search space in place of networks: nasbench201." };
        space.AcceptOnlyFromAmong(CellSpace.NasBench201.Name);
        var predictor = new Option<string?>("--predictor")
        {
            Description = $"The name of an installed predictor, or a predictor file [default: {PredictVerb.DefaultPredictor}, for cells {CellPredictors.Default}].",
            HelpName = "name or file",
        };
        var output = new Option<string>("--output", "-o") { Description = "The file to write, .parquet or .safetensors.", Required = true };
        var skip = new Option<bool>("--skip-bad") { Description = "Report wrong lines of a file of cells and go on." };
        var json = new Option<bool>("--json") { Description = "Print what was written as JSON." };
        var command = new Command("embed", """
            Writes a vector and the prediction for each network or cell; those that are alike lie near each other.
            Example: narformer embed --space nasbench201 -o vectors.parquet
            """)
        {
            paths, cells, space, predictor, output, skip, json,
        };
        var reading = new ReadingOptions(command);
        output.Validators.Add(result =>
        {
            try
            {
                if (result.Tokens is [var token]) VectorFile.RequireFormat(token.Value);
            }
            catch (ArgumentException e)
            {
                result.AddError(e.Message);
            }
        });
        command.Validators.Add(result =>
        {
            bool[] given = [result.GetValue(paths) is { Length: > 0 }, result.GetValue(cells) is not null, result.GetValue(space) is not null];
            if (given.Count(g => g) != 1) result.AddError("embed needs one of: networks, --cells, --space");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            string? name = parsed.GetValue(predictor);
            string file = parsed.GetRequiredValue(output);
            if (parsed.GetValue(paths) is { Length: > 0 } networks)
                return await RunNetworks(context, NetworkFiles.Find(networks), name, reading.Of(parsed), file, parsed.GetValue(json), cancellation);
            using var chosen = CellPredictors.Load(name ?? CellPredictors.Default);
            CellArchitecture[] known = parsed.GetValue(cells) is { } source
                ? CellPredictors.CellsOf(source, chosen, parsed.GetValue(skip), context)
                : [.. CellPredictors.AllOf(parsed.GetValue(space)!, chosen)];
            return await RunCells(context, known, chosen, file, parsed.GetValue(json), cancellation);
        });
        return command;
    }

    private static async Task<int> RunNetworks(
        VerbContext context, NetworkFiles networks, string? name, OnnxReadOptions options, string output, bool json, CancellationToken cancellation)
    {
        int failures = networks.Problems.Count;
        foreach (string problem in networks.Problems) context.Fail(problem);
        using var predictor = PredictVerb.Load(name ?? PredictVerb.DefaultPredictor);
        var vectors = new VectorsInProgress(predictor.Description);
        var progress = new ProgressLines(context, networks.Files.Count, "networks");
        int done = 0;
        foreach (var file in new FileEmbeddings(predictor, options).Of(networks.Files, cancellation))
        {
            if (file.Network is { } network)
            {
                vectors.Add(file.File, network);
            }
            else
            {
                context.Fail(file.Error!);
                failures++;
            }

            progress.Reach(++done);
        }

        progress.End();

        await Write(context, vectors.All(), failures, output, json, cancellation);
        return failures == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<int> RunCells(VerbContext context, CellArchitecture[] cells, CellPredictor predictor, string output, bool json, CancellationToken cancellation)
    {
        var vectors = new VectorsInProgress(predictor.Description);
        var progress = new ProgressLines(context, cells.Length, "cells");
        foreach (var network in predictor.EmbedMany(cells))
        {
            cancellation.ThrowIfCancellationRequested();
            var cell = cells[vectors.Count];
            vectors.Add(cell.Id.Length > 0 ? cell.Id : CellText.Of(cell), network);
            progress.Reach(vectors.Count);
        }

        progress.End();
        await Write(context, vectors.All(), failures: 0, output, json, cancellation);
        return ExitCode.Ok;
    }

    private static async Task Write(VerbContext context, NetworkVectors vectors, int failures, string output, bool json, CancellationToken cancellation)
    {
        await VectorFile.WriteAsync(vectors, output, cancellation);
        context.Output.WriteLine(json
            ? new JsonObject
            {
                ["output"] = output,
                ["vectors"] = vectors.Ids.Count,
                ["width"] = vectors.Width,
                ["predictor"] = vectors.About["predictor"],
                ["failed"] = failures,
            }.ToJsonString(JsonText.Plain)
            : $"{output}: {vectors.Ids.Count} vectors of {vectors.Width} numbers by {vectors.About["predictor"]}");
    }
}
