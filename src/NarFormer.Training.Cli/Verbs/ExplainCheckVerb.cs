using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NarFormer.Datasets.Latency;
using NarFormer.Measurement;
using NarFormer.Measurement.Environment;
using NarFormer.Training.Explanations;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train explain-check</c>: explanations against profiles of the runtime.</summary>
internal static class ExplainCheckVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static Command Build(VerbContext context)
    {
        var data = new Option<string>("--data") { Description = "folder of the data set", DefaultValueFactory = _ => "data/latency-ort-cpu" };
        var predictor = new Option<string>("--predictor") { Description = "a predictor file that sums costs of nodes", DefaultValueFactory = _ => "predictors/latency-ort-cpu.onnx" };
        var count = new Option<int>("--count") { Description = "test networks, of every family in turn", DefaultValueFactory = _ => 30 };
        var runs = new Option<int>("--runs") { Description = "runs of each network, of which each kernel's fastest counts", DefaultValueFactory = _ => 20 };
        var core = new Option<int?>("--core") { Description = "processor to run on (Linux)" };
        var json = new Option<bool>("--json") { Description = "print a JSON object for each network, with all its kernels" };
        count.Validators.Add(result =>
        {
            if (result.GetValue(count) < 1) result.AddError("--count must be at least 1");
        });
        runs.Validators.Add(result =>
        {
            if (result.GetValue(runs) < 2) result.AddError("--runs must be at least 2: the first run is slow");
        });
        var verb = new Command(
            "explain-check",
            "Compares the parts that a predictor gives the nodes of test networks with ONNX Runtime's profile of them, kernel by kernel: rank correlation. The machine should be idle.\n"
            + "Example: narformer-train explain-check --count 30 --core 1")
        {
            data, predictor, count, runs, core, json,
        };
        verb.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            using var loaded = Predictor.Load(parsed.GetRequiredValue(predictor));
            var check = new ExplanationCheck(LatencyDataset.Load(parsed.GetRequiredValue(data)), loaded, parsed.GetValue(runs));
            if (parsed.GetValue(core) is { } processor) ProcessorPin.PinThread(processor);
            Run(context, check, check.Choose(parsed.GetValue(count)), parsed.GetValue(json), cancellation);
            return ExitCode.Ok;
        }, cancellation));
        return verb;
    }

    private static void Run(VerbContext context, ExplanationCheck check, IReadOnlyList<LatencyRow> rows, bool json, CancellationToken cancellation)
    {
        if (!json) Line("network", "nodes", "kernels", "matched", "time matched", "Spearman");
        var scores = new List<ExplanationScore>(rows.Count);
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var score = check.Check(row, cancellation);
            scores.Add(score);
            if (json) context.Output.WriteLine(JsonSerializer.Serialize(score, Json));
            else Line(score.Network, $"{score.Nodes}", $"{score.Kernels.Count}", $"{score.MatchedKernels}", Percent(score.MatchedTime), Text(score.Spearman));
            context.Error.WriteLine($"{scores.Count}/{rows.Count}, last {row.Name}");
        }

        double[] correlations = [.. scores.Select(s => s.Spearman).Where(double.IsFinite)];
        if (json || correlations.Length == 0) return;
        Line("mean", "", "", "", Percent(scores.Average(s => s.MatchedTime)), Text(correlations.Average()));
        Line("median", "", "", "", Percent(Quantiles.Of(scores.Select(s => s.MatchedTime).ToArray(), 0.5)), Text(Quantiles.Of(correlations, 0.5)));

        void Line(params ReadOnlySpan<string> cells) => context.Output.WriteLine($"{cells[0],-24}{cells[1],7}{cells[2],9}{cells[3],9}{cells[4],14}{cells[5],10}");
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Text(double correlation) => correlation.ToString("0.000", CultureInfo.InvariantCulture);
}
