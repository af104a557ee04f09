using System.CommandLine;
using NarFormer.Cli.Measuring;
using NarFormer.Measurement;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer measure</c>: how long networks really take on this machine.</summary>
internal static class MeasureVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var paths = NetworkFiles.Argument();
        var threads = AtLeastOne("--threads", "Threads that one operator may use.", 1);
        var rounds = AtLeastOne("--rounds", "Rounds of runs of about 0.3 s.", 5);
        var plain = new Option<bool>("--plain") { Description = "Without ONNX Runtime's graph optimisations: another platform, ort-cpu-plain." };
        var noise = new Option<bool>("--allow-noise") { Description = "Measure although other work keeps the machine busy." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object with every sample for each file, on a line of its own." };
        var command = new Command("measure", """
            Measures how long networks take on this machine in ONNX Runtime. Weights that a file does not hold are made up.
            Example: narformer measure model.onnx --batch 8 --rounds 10
            """)
        {
            paths, threads, rounds, plain, noise, json,
        };
        var reading = new ReadingOptions(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var read = reading.Of(parsed);
            var job = new LatencyJob { OptimizesGraphs = !parsed.GetValue(plain), Threads = parsed.GetValue(threads), Rounds = parsed.GetValue(rounds), Batch = read.Batch, Dimensions = read.Dimensions };
            ILatencyWriter writer = parsed.GetValue(json) ? new LatencyJson(context.Output) : new LatencyText(context.Output);
            var verdict = await MachineCheck.RunAsync(context, parsed.GetValue(noise), cancellation);
            if (verdict.Refusal is { } refusal)
            {
                context.Fail(refusal);
                return ExitCode.Failed;
            }

            return await RunAsync(context, NetworkFiles.Find(parsed.GetRequiredValue(paths)), MeasuringProcess.OfThisProgram(job, verdict.Warnings), writer, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context, NetworkFiles networks, MeasuringProcess measuring, ILatencyWriter writer, CancellationToken cancellation)
    {
        int failures = networks.Problems.Count;
        foreach (string problem in networks.Problems) context.Fail(problem);
        foreach (string file in networks.Files)
        {
            try
            {
                var report = await measuring.MeasureAsync(file, cancellation);
                foreach (string warning in report.Warnings) context.Warn($"{file}: {warning}");
                writer.Write(report);
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException)
            {
                context.Fail(e.Message);
                failures++;
            }
        }

        return failures == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static Option<int> AtLeastOne(string name, string description, int standard)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out int value) && value < 1) result.AddError($"{name} {value}: must be at least 1");
        });
        return option;
    }
}
