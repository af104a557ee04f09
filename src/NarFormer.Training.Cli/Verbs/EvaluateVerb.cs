using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Native;
using NarFormer.Training.Recipes;
using NarFormer.Training.Runs;
using Spectre.Console;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train evaluate</c>: scores a trained network beside baselines.</summary>
internal static class EvaluateVerb
{
    private static readonly Option<string[]> RunOption = new("--run")
    {
        Description = "The folder of the training; given more than once, the mean of all is scored.",
        Required = true,
    };

    private static readonly Option<string> SplitOption = new("--split")
    {
        Description = "train, validation or test.",
        DefaultValueFactory = _ => "test",
    };

    private static readonly Option<string?> DatasetOption = new("--dataset")
    {
        Description = "Another data set of measured networks to score on; its scores are printed only, and its own training split is what the baselines are fitted to.",
    };

    private static readonly Option<bool> JsonOption = new("--json") { Description = "Print the scores as JSON." };

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { WriteIndented = true, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    static EvaluateVerb() => SplitOption.AcceptOnlyFromAmong("train", "validation", "test");

    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var command = new Command(
            "evaluate",
            "Scores a trained network beside two baselines, overall and by family: linear regression on MACs, parameters and bytes, and the best "
            + "constant for each family. Scores and predictions are kept in the folder of a single training. Example: narformer-train evaluate --run runs/latency")
        {
            RunOption, SplitOption, DatasetOption, JsonOption,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, context, cancellation)));
        return command;
    }

    private static int Run(ParseResult parsed, VerbContext context, CancellationToken cancellation)
    {
        TorchProcess.Configure();
        var runs = RunFolder.OpenEnsemble(parsed.GetRequiredValue(RunOption));
        var recipe = RecipeFile.Read(runs[0].Recipe);
        string? dataset = parsed.GetValue(DatasetOption);
        if (recipe.Cells is not null) return dataset is null ? RunCells(parsed, recipe, runs, context) : throw new InvalidDataException("--dataset: is not for trainings on cells");
        if (dataset is not null) recipe = recipe with { Dataset = Path.GetFullPath(dataset), Further = [], FurtherPasses = 1, FurtherUntil = 1, Splicing = 0, KernelWeight = 0, Networks = null };
        var session = TrainingSession.Load(recipe, cancellation);
        var evaluation = session.Evaluate(runs, parsed.GetRequiredValue(SplitOption));
        string json = JsonSerializer.Serialize(evaluation, JsonOptions);
        if (dataset is null && runs is [var run])
        {
            File.WriteAllText(run.EvaluationOf(evaluation.Split), json + "\n");
            PredictionTable.Write(evaluation, run.PredictionsOf(evaluation.Split));
        }

        if (parsed.GetValue(JsonOption)) context.Output.WriteLine(json);
        else Print(evaluation, context);
        return ExitCode.Ok;
    }

    private static int RunCells(ParseResult parsed, TrainingRecipe recipe, IReadOnlyList<RunFolder> runs, VerbContext context)
    {
        string split = parsed.GetRequiredValue(SplitOption);
        var scores = CellSession.Load(recipe).Evaluate(runs, split);
        string json = JsonSerializer.Serialize(scores, JsonOptions);
        if (runs is [var run]) File.WriteAllText(run.EvaluationOf(split), json + "\n");
        context.Output.WriteLine(parsed.GetValue(JsonOption)
            ? json
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{scores.Count} cells: {(recipe.Cells!.Criterion == CellCriterion.Mape ? $"MAPE {100 * scores.Mape:0.00} %, " : "")}Kendall tau {scores.KendallTau:0.0000}, Spearman {scores.Spearman:0.0000}, P@1% {scores.PrecisionAt1Percent:0.00}, P@5% {scores.PrecisionAt5Percent:0.00}, N@10 {scores.BestRankAt10}, regret {scores.Regret:0.00000}"));
        return ExitCode.Ok;
    }

    private static void Print(LatencyEvaluation evaluation, VerbContext context)
    {
        var table = new Table().AddColumn($"{evaluation.Split} split").AddColumn(new TableColumn("networks").RightAligned());
        foreach (var predictor in evaluation.Predictors)
        {
            table.AddColumn(new TableColumn($"{predictor.Name} MAPE").RightAligned());
            table.AddColumn(new TableColumn("Acc(10 %)").RightAligned());
            table.AddColumn(new TableColumn("tau").RightAligned());
        }

        AddRow("all", s => s.All);
        foreach (string family in evaluation.Predictors[0].Scores.Families.Keys) AddRow(family, s => s.Families[family]);
        context.OutputConsole().Write(table);
        context.Output.WriteLine(
            $"A {LatencyEvaluation.Coverage:P0} interval, ±{Math.Exp(evaluation.IntervalLogWidth) - 1:P1} of the prediction, holds the latency of {evaluation.IntervalCoverage:P1} of these networks.");

        void AddRow(string name, Func<FamilyScores, RegressionScores> choose)
        {
            List<string> cells = [name, $"{choose(evaluation.Predictors[0].Scores).Count}"];
            foreach (var predictor in evaluation.Predictors)
            {
                var scores = choose(predictor.Scores);
                cells.AddRange([$"{scores.Mape:P2}", $"{scores.Acc10:P1}", $"{scores.KendallTau:F3}"]);
            }

            table.AddRow([.. cells]);
        }
    }
}
