using System.CommandLine;
using NarFormer.Cli.Verbs;

namespace NarFormer.Cli;

/// <summary>The verbs of <c>narformer</c>.</summary>
internal static class CommandTree
{
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(10);

    /// <summary>Builds the command with all its verbs.</summary>
    public static RootCommand Build(VerbContext context)
    {
        var root = new RootCommand("Reads neural networks as graphs and predicts what they will do.");
        root.Subcommands.Add(PredictVerb.Build(context));
        root.Subcommands.Add(ExplainVerb.Build(context));
        root.Subcommands.Add(RankVerb.Build(context));
        root.Subcommands.Add(EmbedVerb.Build(context));
        root.Subcommands.Add(InspectVerb.Build(context));
        root.Subcommands.Add(ZooVerb.Build(context));
        root.Subcommands.Add(EncodeVerb.Build(context));
        root.Subcommands.Add(MeasureVerb.Build(context));
        root.Subcommands.Add(MeasureWorkerVerb.Build(context));
        root.Subcommands.Add(QueryVerb.Build(context));
        root.Subcommands.Add(SimilarVerb.Build(context));
        root.Subcommands.Add(StoreVerb.Build(context));
        root.Subcommands.Add(ServeVerb.Build(context));
        return root;
    }

    /// <summary>Parses and runs one command line; never throws for bad input.</summary>
    public static async Task<int> RunAsync(string[] arguments, VerbContext context, CancellationToken cancellation)
    {
        var parsed = Build(context).Parse(arguments);
        var settings = new InvocationConfiguration { Output = context.Output, Error = context.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToFinish };
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
