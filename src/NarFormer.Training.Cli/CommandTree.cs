using System.CommandLine;
using NarFormer.Training.Cli.Verbs;

namespace NarFormer.Training.Cli;

/// <summary>The verbs of <c>narformer-train</c>.</summary>
internal static class CommandTree
{
    /// <summary>Builds the command with all its verbs.</summary>
    public static RootCommand Build(VerbContext context)
    {
        var root = new RootCommand("Trains, evaluates and exports predictors.");
        root.Subcommands.Add(new Command("dataset", "Measures, checks and profiles labelled networks.") { DatasetMeasureVerb.Build(context), DatasetCheckVerb.Build(context), DatasetProfileVerb.Build(context) });
        root.Subcommands.Add(FitVerb.Build(context));
        root.Subcommands.Add(RefreshVerb.Build(context));
        root.Subcommands.Add(EvaluateVerb.Build(context));
        root.Subcommands.Add(ExplainCheckVerb.Build(context));
        root.Subcommands.Add(StudyVerb.Build(context));
        root.Subcommands.Add(TrustVerb.Build(context));
        root.Subcommands.Add(CeilingVerb.Build(context));
        root.Subcommands.Add(ExportVerb.Build(context));
        root.Subcommands.Add(AdaptVerb.Build(context));
        root.Subcommands.Add(new Command("transfer", "Scores what a few measurements of another device are worth.") { TransferDevicesVerb.Build(context), TransferPlatformVerb.Build(context) });
        root.Subcommands.Add(SearchVerb.Build(context));
        root.Subcommands.Add(PlotVerb.Build(context));
        root.Subcommands.Add(ConvertVerb.Build(context));
        return root;
    }

    /// <summary>Parses and runs one command line; never throws for bad input.</summary>
    public static async Task<int> RunAsync(string[] arguments, VerbContext context, CancellationToken cancellation)
    {
        var parsed = Build(context).Parse(arguments);
        var settings = new InvocationConfiguration { Output = context.Output, Error = context.Error, EnableDefaultExceptionHandler = false };
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) context.Fail(error.Message);
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(settings, cancellation);
        }
        catch (OperationCanceledException)
        {
            context.Fail("cancelled");
            return ExitCode.Failed;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or NotSupportedException or FormatException)
        {
            context.Fail(e.Message);
            return ExitCode.Failed;
        }
    }
}
