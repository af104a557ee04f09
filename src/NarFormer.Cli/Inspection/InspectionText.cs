using NarFormer.Graphs;
using NarFormer.Graphs.Costs;
using NarFormer.Graphs.Inspection;
using Spectre.Console;

namespace NarFormer.Cli.Inspection;

/// <summary>Text for people: a short block for each file, and a table of its nodes if wanted.</summary>
internal sealed class InspectionText(VerbContext context, bool perNode) : IInspectionWriter
{
    /// <inheritdoc/>
    public void Write(string file, NetworkInspection inspection)
    {
        NetworkGraph graph = inspection.Graph;
        NetworkCost cost = inspection.Cost;
        context.Output.WriteLine(file);
        Line("opset", $"{graph.Opset}");
        foreach (var input in graph.Inputs) Line("input", Tensor(input));
        foreach (var output in graph.Outputs) Line("output", Tensor(output));
        Line("nodes", $"{graph.Nodes.Count}, {graph.Edges.Count} edges");
        Line("MACs", Quantity.Count(cost.Macs));
        Line("FLOPs", Quantity.Count(cost.Flops));
        Line("parameters", $"{Quantity.Count(cost.Parameters)} ({Quantity.Bytes(cost.WeightBytes)})");
        Line("bytes moved", Quantity.Bytes(cost.MemoryBytes));
        Line("peak activations", Quantity.Bytes(cost.PeakActivationBytes));
        Line("operators", string.Join(", ", inspection.Operators.Select(o => $"{o.Key} {o.Value}")));
        if (cost.UnknownOperators.Count > 0) Line("unknown operators", string.Join(", ", cost.UnknownOperators));
        if (perNode) WriteNodes(graph, cost);
        context.Output.WriteLine();
        foreach (string warning in inspection.Warnings) context.Warn($"{file}: {warning}");
    }

    private void WriteNodes(NetworkGraph graph, NetworkCost cost)
    {
        var table = new Table().SimpleBorder();
        table.AddColumn(new TableColumn("node"));
        table.AddColumn(new TableColumn("operator"));
        table.AddColumn(new TableColumn("output"));
        foreach (string figure in (string[])["MACs", "FLOPs", "parameters", "bytes moved"])
            table.AddColumn(new TableColumn(figure).RightAligned().NoWrap());
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            var node = graph.Nodes[i];
            var own = cost.Nodes[i];
            table.AddRow(
                new Text(node.Name),
                new Text(node.QualifiedOperator),
                new Text(node.Outputs is [{ Shape: { } shape }, ..] ? shape.ToString() : "?"),
                new Text(Quantity.Count(own.Macs)),
                new Text(Quantity.Count(own.Flops)),
                new Text(Quantity.Count(own.Parameters)),
                new Text(Quantity.Bytes(own.MemoryBytes)));
        }

        context.OutputConsole().Write(table);
    }

    private void Line(string label, string value) => context.Output.WriteLine($"  {label,-18}{value}");

    private static string Tensor(NetworkTensor tensor) =>
        $"{tensor.Name}: {ElementTypeName.Of(tensor.ElementType)} {tensor.Shape?.ToString() ?? "of unknown rank"}";
}
