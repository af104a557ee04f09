using System.CommandLine;
using NarFormer.Training.Cli.Plots;
using ScottPlot;

namespace NarFormer.Training.Cli.Verbs;

/// <summary><c>narformer-train plot families</c> and <c>plot sizes</c>: where predictors err.</summary>
internal static class PlotErrors
{
    /// <summary>Errors by family.</summary>
    public static Command Families(VerbContext context) => Build(
        context,
        "families",
        "Draws the mean error of each family as bars.\n"
        + "Example: narformer-train plot families v2=runs/in-domain/v2/seed-1/predictions-test.csv ours=runs/in-domain/ours/seed-1/predictions-test.csv -o families.png",
        FamilyErrorPlot.Of);

    /// <summary>Errors by size.</summary>
    public static Command Sizes(VerbContext context) => Build(
        context,
        "sizes",
        "Draws errors against the nodes of networks.\nExample: narformer-train plot sizes runs/latency/predictions-test.csv -o sizes.png",
        SizeErrorPlot.Of);

    private static Command Build(VerbContext context, string name, string description, Func<IReadOnlyList<ErrorSeries>, Plot> draw)
    {
        var tables = new Argument<string[]>("predictions")
        {
            Description = "Tables predictions-SPLIT.csv that narformer-train evaluate or study wrote; NAME=PATH gives one a name.",
            Arity = ArgumentArity.OneOrMore,
        };
        var measured = new Option<string>("--measured") { Description = "The column of measured values.", DefaultValueFactory = _ => "latencyMs" };
        var predicted = new Option<string[]>("--predicted")
        {
            Description = "The columns of predictions; each of each table is drawn.",
            DefaultValueFactory = _ => ["network"],
        };
        var command = new Command(name, description) { tables, measured, predicted };
        var picture = new PictureOptions(command, context);
        command.SetAction(parsed => picture.Write(parsed, draw(
        [
            .. parsed.GetRequiredValue(tables).SelectMany(t => parsed.GetRequiredValue(predicted).Select(p => ErrorSeries.Read(t, parsed.GetRequiredValue(measured), p))),
        ])));
        return command;
    }
}
