using System.CommandLine;
using NarFormer.Cli.Inspection;
using NarFormer.Graphs.Inspection;
using NarFormer.Onnx;

namespace NarFormer.Cli.Verbs;

/// <summary><c>narformer inspect</c>: what a network is made of and what it costs.</summary>
internal static class InspectVerb
{
    /// <summary>Builds the verb.</summary>
    public static Command Build(VerbContext context)
    {
        var paths = NetworkFiles.Argument();
        var json = new Option<bool>("--json") { Description = "Print one JSON object for each file, on a line of its own." };
        var perNode = new Option<bool>("--per-node") { Description = "Also list every node with its cost." };
        var command = new Command("inspect", """
            Shows what networks are made of and what they cost: nodes, MACs, FLOPs (2 for each MAC), parameters, bytes.
            Example: narformer inspect model.onnx --batch 8 --per-node
            """)
        {
            paths, json, perNode,
        };
        var reading = new ReadingOptions(command);
        command.SetAction((parsed, cancellation) =>
        {
            IInspectionWriter writer = parsed.GetValue(json)
                ? new InspectionJson(context.Output, parsed.GetValue(perNode))
                : new InspectionText(context, parsed.GetValue(perNode));
            return Task.FromResult(Run(context, NetworkFiles.Find(parsed.GetRequiredValue(paths)), reading.Of(parsed), writer, cancellation));
        });
        return command;
    }

    private static int Run(VerbContext context, NetworkFiles networks, OnnxReadOptions options, IInspectionWriter writer, CancellationToken cancellation)
    {
        var reader = new OnnxReader();
        int failures = networks.Problems.Count;
        foreach (string problem in networks.Problems) context.Fail(problem);
        foreach (string file in networks.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                writer.Write(file, NetworkInspection.Of(reader.Read(file, options)));
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException)
            {
                context.Fail(e.Message);
                failures++;
            }
        }

        return failures == 0 ? ExitCode.Ok : ExitCode.Failed;
    }
}
