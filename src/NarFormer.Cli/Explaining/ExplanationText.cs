using System.Globalization;
using NarFormer.Explanations;
using Spectre.Console;

namespace NarFormer.Cli.Explaining;

/// <summary>Text for people: the prediction, a table by operator and one of the most expensive nodes.</summary>
/// <param name="context">The terminal.</param>
/// <param name="top">The most nodes that are listed.</param>
internal sealed class ExplanationText(VerbContext context, int top) : IExplanationWriter
{
    /// <inheritdoc/>
    public void Write(string file, Explanation explanation, IReadOnlyList<string> warnings)
    {
        var prediction = explanation.Prediction;
        context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {Quantity.Number(prediction.Value)} {prediction.Unit} on {prediction.Platform}, {prediction.Coverage * 100:0} % interval {Quantity.Number(prediction.Low)} to {Quantity.Number(prediction.High)}"));
        string format = prediction.Value < 1 ? "0.0000" : "0.000";
        WriteOperators(explanation, format);
        WriteNodes(explanation, format);
        context.Output.WriteLine();
        foreach (string warning in warnings) context.Warn($"{file}: {warning}");
    }

    private void WriteOperators(Explanation explanation, string format)
    {
        var table = new Table().SimpleBorder();
        table.AddColumn(new TableColumn("operator"));
        foreach (string figure in (string[])["nodes", explanation.Prediction.Unit, "share"]) table.AddColumn(new TableColumn(figure).RightAligned().NoWrap());
        foreach (var part in explanation.Operators)
            table.AddRow(new Text(part.Operator), new Text(part.Nodes.ToString(CultureInfo.InvariantCulture)), Value(part.Value, format), Share(part.Share));
        context.OutputConsole().Write(table);
    }

    private void WriteNodes(Explanation explanation, string format)
    {
        var table = new Table().SimpleBorder();
        foreach (string name in (string[])["node", "operator", "output"]) table.AddColumn(new TableColumn(name));
        foreach (string figure in (string[])[explanation.Prediction.Unit, "share"]) table.AddColumn(new TableColumn(figure).RightAligned().NoWrap());
        foreach (var part in explanation.Largest.Take(top))
        {
            string shape = part.Node.Outputs is [{ Shape: { } known }, ..] ? known.ToString() : "?";
            table.AddRow(new Text(part.Node.Name), new Text(part.Node.QualifiedOperator), new Text(shape), Value(part.Value, format), Share(part.Share));
        }

        if (explanation.Nodes.Count > top)
        {
            var rest = explanation.Largest.Skip(top).ToList();
            table.AddRow(new Text($"{rest.Count} more"), Text.Empty, Text.Empty, Value(rest.Sum(n => n.Value), format), Share(rest.Sum(n => n.Share)));
        }

        context.OutputConsole().Write(table);
    }

    private static Text Value(double value, string format) => new(value.ToString(format, CultureInfo.InvariantCulture));

    private static Text Share(double share) => new((share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %");
}
