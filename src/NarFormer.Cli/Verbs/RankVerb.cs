using System.CommandLine;
using NarFormer.Cli.Ranking;
using NarFormer.Graphs.Cells;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer rank</c>: the best cells of a search space, or of a file.</summary>
internal static class RankVerb
{
    public static Command Build(VerbContext context)
    {
        var space = new Option<string>("--space") { Description = "A whole search space: nasbench101 (423,624 cells), nasbench201 (15,625) or nasbenchmacro (6,561)." };
        space.AcceptOnlyFromAmong(CellSpace.NasBench101.Name, CellSpace.NasBench201.Name, CellSpace.NasBenchMacro.Name);
        var cells = new Option<string>("--cells") { Description = "A file of cells (.csv or .jsonl) instead of a space." };
        var top = new Option<int>("--top") { Description = "How many of the best to show.", DefaultValueFactory = _ => 20 };
        var predictor = new Option<string>("--predictor") { Description = "The name of an installed predictor, or a predictor file.", DefaultValueFactory = _ => CellPredictors.Default };
        var skip = new Option<bool>("--skip-bad") { Description = "Report wrong lines of the file and go on." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each cell, on a line of its own." };
        top.Validators.Add(result =>
        {
            if (result.GetValue(top) < 1) result.AddError("--top must be at least 1");
        });
        var verb = new Command("rank", "Predicts every cell of a search space or a file and shows the best.\nExample: narformer rank --space nasbench201 --top 20") { space, cells, top, predictor, skip, json };
        verb.Validators.Add(result =>
        {
            if ((result.GetValue(space) is null) == (result.GetValue(cells) is null)) result.AddError("rank needs either --space or --cells");
        });
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            context, parsed.GetValue(cells), parsed.GetValue(space), parsed.GetValue(skip), parsed.GetValue(top), parsed.GetValue(predictor)!, parsed.GetValue(json), cancellation)));
        return verb;
    }

    private static int Run(
        VerbContext context, string? file, string? space, bool skipBad, int top, string name, bool json, CancellationToken cancellation)
    {
        using var predictor = CellPredictors.Load(name);
        CellArchitecture[] cells = file is null ? [.. CellPredictors.AllOf(space!, predictor)] : CellPredictors.CellsOf(file, predictor, skipBad, context);
        var ranking = new CellRanking(predictor, context);
        double[] predictions = ranking.Predict(cells, cancellation);
        foreach (var cell in ranking.Best(cells, predictions, top)) RankingWriter.Write(context, cell, json);
        return ExitCode.Ok;
    }
}
