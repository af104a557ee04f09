using System.CommandLine;
using System.Globalization;
using NarFormer.Datasets.Campaign;
using NarFormer.Datasets.Latency;
using NarFormer.Measurement;
using NarFormer.Measurement.Environment;
using NarFormer.Zoo;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train dataset measure</c>: measures networks of the zoo on this machine.</summary>
internal static class DatasetMeasureVerb
{
    public static Command Build(VerbContext context)
    {
        var output = new Option<string>("--output", "-o") { Description = "folder of the data set; a log that is there is gone on with", Required = true };
        var count = new Option<int>("--count") { Description = "networks of each family", DefaultValueFactory = _ => 140 };
        var families = new Option<string[]>("--families") { Description = "families; all architectures if left out, which single operators are not", AllowMultipleArgumentsPerToken = true };
        var repeats = new Option<int>("--repeats") { Description = "networks measured once more for the noise floor", DefaultValueFactory = _ => 100 };
        var passes = new Option<int>("--passes") { Description = "how often each network is measured, minutes apart", DefaultValueFactory = _ => 2 };
        var refine = new Option<int>("--refine") { Description = "rounds after everything for networks that were measured while the machine was busy", DefaultValueFactory = _ => 0 };
        var core = new Option<int?>("--core") { Description = "processor to measure on (Linux)" };
        var plain = new Option<bool>("--plain") { Description = "without ONNX Runtime's graph optimisations: another platform, ort-cpu-plain" };
        var round = new Option<double>("--round-seconds") { Description = "length of a round", DefaultValueFactory = _ => 0.25 };
        AtLeast(count, 1);
        AtLeast(passes, 1);
        AtLeast(repeats, 0);
        AtLeast(refine, 0);
        core.Validators.Add(result =>
        {
            if (result.GetValue(core) is { } chosen && (chosen < 0 || chosen >= System.Environment.ProcessorCount))
                result.AddError($"--core {chosen}: this machine has processors 0 to {System.Environment.ProcessorCount - 1}");
        });
        round.Validators.Add(result =>
        {
            if (result.GetValue(round) is not (> 0 and <= 3600)) result.AddError("--round-seconds must lie above 0 and be at most 3600");
        });
        var verb = new Command("measure", "Measures networks of the zoo on this machine, one thread each, in one sitting.\nExample: narformer-train dataset measure --count 140 --core 1 -o data/latency-ort-cpu")
        {
            output, count, families, passes, repeats, refine, core, plain, round,
        };
        verb.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string[] names = parsed.GetValue(families) is { Length: > 0 } chosen ? chosen : [.. ZooCatalog.Architectures.Select(f => f.Name)];
            var plan = new CampaignPlan { Families = [.. names.Select(n => ZooCatalog.Find(n).Name)], NetworksPerFamily = parsed.GetValue(count), Passes = parsed.GetValue(passes), Repeats = parsed.GetValue(repeats), Refinements = parsed.GetValue(refine) };
            var job = new LatencyJob { OptimizesGraphs = !parsed.GetValue(plain), Rounds = 1, RoundTime = TimeSpan.FromSeconds(parsed.GetValue(round)), MaximumRuns = 300, WarmupTime = TimeSpan.FromSeconds(0.05) };
            string folder = parsed.GetValue(output)!;
            Directory.CreateDirectory(folder);
            if (parsed.GetValue(core) is { } processor) ProcessorPin.PinThread(processor);
            MeasuredEnvironment.Write(Path.Combine(folder, MeasuredEnvironment.FileName), parsed.GetValue(core), job);
            using var log = CampaignLog.Open(Path.Combine(folder, "campaign.jsonl"));
            new MeasuringCampaign(plan, job, context.Clock).Run(log, new ProgressLines(context), cancellation);
            LatencyDatasetBuilder.Write(folder, log.Records);
            return ExitCode.Ok;
        }, cancellation));
        return verb;
    }

    private static void AtLeast(Option<int> option, int least) => option.Validators.Add(result =>
    {
        if (result.GetValue(option) < least) result.AddError($"{option.Name} must be at least {least}");
    });

    private sealed class ProgressLines(VerbContext context) : IProgress<CampaignProgress>
    {
        private const int Every = 50;

        public void Report(CampaignProgress value)
        {
            if (value.Done % Every == 0 || value.Done == value.Total)
                context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done}/{value.Total}, {value.Left:hh\\:mm\\:ss} left, last {value.Last.Task.Family}-{value.Last.Task.Seed} {value.Last.MedianMs:0.00} ms"));
        }
    }
}
