using NarFormer.Graphs;

namespace NarFormer.Onnx.Bench;

/// <summary>What the reader makes of many files.</summary>
internal static class ReadingSurvey
{
    public static int Run(IEnumerable<string> paths, TextWriter output)
    {
        var reader = new OnnxReader();
        int read = 0, failed = 0, complete = 0;
        output.WriteLine("| file | opset | nodes | edges | nodes without shape | remarks |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (string file in NetworkFiles.Of(paths))
        {
            string name = Path.GetFileName(file);
            try
            {
                var graph = reader.Read(file);
                int open = graph.Nodes.Count(IsOpen);
                read++;
                if (open == 0) complete++;
                output.WriteLine($"| {name} | {graph.Opset} | {graph.Nodes.Count} | {graph.Edges.Count} | {open} | {Cell(string.Join("; ", graph.Warnings))} |");
            }
            catch (OnnxException e)
            {
                failed++;
                output.WriteLine($"| {name} | | | | | **not read**: {Cell(e.Message.Replace($"{file}: ", "", StringComparison.Ordinal))} |");
            }
        }

        output.WriteLine();
        output.WriteLine($"{read} read ({complete} with every shape known), {failed} not read.");
        return 0;
    }

    private static bool IsOpen(NetworkNode node) => node.Outputs.Any(o => o is not null && o.Shape is not { IsKnown: true });

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
