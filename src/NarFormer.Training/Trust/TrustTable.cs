using System.Globalization;
using NarFormer.Training.Studies;

namespace NarFormer.Training.Trust;

/// <summary>A report as Markdown tables.</summary>
public static class TrustTable
{
    private const string Missing = "–";

    /// <summary>The tables of <paramref name="report"/>.</summary>
    public static string Of(TrustReport report)
    {
        var text = new MarkdownTable();
        text.Line("## Known families");
        text.Line();
        text.Line($"{report.Known.Networks} test networks of {report.Known.Families.Count} families, MAPE {Percent(report.Known.Mape, "0.00")}. Coverage ± its standard error; width: (high − low) / prediction, mean.");
        text.Line();
        text.Head(["nominal", "one width: coverage", "width", "worst family", "scaled: coverage", "width", "worst family"]);
        foreach (var row in report.Known.Intervals) text.Row([Percent(row.Nominal, "0"), .. Cells(row.OneWidth, row.Nominal, report.Known.Networks), .. Cells(row.Scaled, row.Nominal, report.Known.Networks)]);
        text.Line();
        text.Line($"Flagged as not familiar: {Percent(report.Known.Flagged)}, set to {Percent(report.FalseAlarmRate, "0")}.");
        if (report.LeftOut.Count > 0) WriteLeftOut(text, report.LeftOut);
        return text.ToString();
    }

    private static void WriteLeftOut(MarkdownTable text, IReadOnlyList<LeftOutScores> runs)
    {
        text.Line();
        text.Line("## Families left out");
        text.Line();
        string[] nominal = [.. runs[0].Unknown.Intervals.Select(i => Percent(i.Nominal, "0"))];
        text.Head(["left out", "networks", "MAPE", "AUC", "flagged", "known flagged", .. nominal.Select(n => $"{n} one width"), .. nominal.Select(n => $"{n} scaled"), "known, scaled"]);
        foreach (var run in runs) text.Row(Cells(string.Join(' ', run.Unknown.Families), $"{run.Unknown.Networks}", [run]));
        text.Row(Cells("mean", Number(runs.Average(r => (double)r.Unknown.Networks), "0"), runs));
        text.Line();
        text.Line("Flagged: share of the family left out; known flagged: share of the same predictor's test networks of known families. Then the coverage of intervals, by their nominal coverage; last the coverages of scaled intervals on known families.");
    }

    private static string[] Cells(string name, string networks, IReadOnlyList<LeftOutScores> runs) =>
    [
        name,
        networks,
        Percent(runs.Average(r => r.Unknown.Mape)),
        Number(runs.Average(r => r.Auc), "0.000"),
        Percent(runs.Average(r => r.Unknown.Flagged)),
        Percent(runs.Average(r => r.Known.Flagged)),
        .. Coverages(runs, r => r.Unknown, i => i.OneWidth),
        .. Coverages(runs, r => r.Unknown, i => i.Scaled),
        string.Join(" / ", Coverages(runs, r => r.Known, i => i.Scaled)),
    ];

    private static IEnumerable<string> Coverages(IReadOnlyList<LeftOutScores> runs, Func<LeftOutScores, TrustScores> part, Func<IntervalComparison, IntervalScores?> kind) =>
        Enumerable.Range(0, part(runs[0]).Intervals.Count).Select(i =>
        {
            IntervalScores[] scores = [.. runs.Select(r => kind(part(r).Intervals[i])).OfType<IntervalScores>()];
            return scores.Length == 0 ? Missing : Percent(scores.Average(s => s.Coverage));
        });

    private static string[] Cells(IntervalScores? scores, double nominal, int networks) => scores is null
        ? [Missing, Missing, Missing]
        : [$"{Percent(scores.Coverage)} ± {Number(100 * Math.Sqrt(nominal * (1 - nominal) / networks), "0.0")}", Percent(scores.MeanWidth), Percent(scores.LowestOfFamilies, "0")];

    private static string Percent(double share, string format = "0.0") => Number(100 * share, format) + " %";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
