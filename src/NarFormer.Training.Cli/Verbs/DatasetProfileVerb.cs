using System.CommandLine;
using System.Globalization;
using NarFormer.Datasets.Latency;
using NarFormer.Datasets.Profiles;
using NarFormer.Measurement.Environment;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train dataset profile</c>: the kernels of measured networks and their times.</summary>
internal static class DatasetProfileVerb
{
    public static Command Build(VerbContext context)
    {
        var folder = new Argument<string>("folder") { Description = "folder of the data set" };
        var runs = new Option<int>("--runs") { Description = "runs of each network, of which each kernel's fastest counts", DefaultValueFactory = _ => 8 };
        var count = new Option<int>("--count") { Description = "networks of each family, from the first; all if 0", DefaultValueFactory = _ => 0 };
        var core = new Option<int?>("--core") { Description = "processor to run on (Linux)" };
        runs.Validators.Add(result =>
        {
            if (result.GetValue(runs) < 2) result.AddError("--runs must be at least 2: the first run is slow");
        });
        count.Validators.Add(result =>
        {
            if (result.GetValue(count) < 0) result.AddError("--count must be at least 0");
        });
        var verb = new Command(
            "profile",
            $"Runs the networks of a data set with ONNX Runtime's profiler, one thread each, and writes the kernels that its optimisations leave, with their times, into the file {ProfileLog.FileName} of its folder. Goes on where it was stopped.\n"
            + "Example: narformer-train dataset profile data/latency-ort-cpu --core 1")
        {
            folder, runs, count, core,
        };
        verb.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var dataset = LatencyDataset.Load(parsed.GetRequiredValue(folder));
            int most = parsed.GetValue(count) is > 0 and var chosen ? chosen : int.MaxValue;
            LatencyRow[] rows = [.. dataset.Rows.GroupBy(r => r.Family, StringComparer.Ordinal).SelectMany(g => g.Take(most))];
            if (parsed.GetValue(core) is { } processor) ProcessorPin.PinThread(processor);
            string path = Path.Combine(parsed.GetRequiredValue(folder), ProfileLog.FileName);
            using var log = ProfileLog.Open(path);
            new ProfilingCampaign(dataset, parsed.GetValue(runs), context.Clock).Run(rows, log, new ProgressLines(context), cancellation);
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {log.Profiles.Count} networks, {log.Profiles.Sum(p => p.Kernels.Count)} kernels"));
            return ExitCode.Ok;
        }, cancellation));
        return verb;
    }

    private sealed class ProgressLines(VerbContext context) : IProgress<ProfilingProgress>
    {
        private const int Every = 50;

        public void Report(ProfilingProgress value)
        {
            if (value.Done % Every == 0 || value.Done == value.Total)
                context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done}/{value.Total}, {value.Left:hh\\:mm\\:ss} left, last {value.Last.Family}-{value.Last.Seed}: {value.Last.Kernels.Count} kernels"));
        }
    }
}
