using System.Globalization;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Studies;

namespace NarFormer.Training.Adaptation.Platforms;

/// <summary>The results of a study of two platforms as a table in Markdown.</summary>
public static class PlatformStudyText
{
    /// <summary>A row for each method and number of measurements.</summary>
    public static string Of(PlatformStudyResult result)
    {
        var text = new MarkdownTable();
        text.Line($"from {result.From} to {result.To}, {Number(result.Factor, "0.00")} times its latencies; {result.Tested} networks tested, measurements drawn from {result.Candidates}, {result.Scores[^1].Draws.Count} times");
        text.Line();
        text.Head(["method", "measurements", "MAPE", "Acc(10 %)", "tau"]);
        foreach (var score in result.Scores.OrderBy(s => s.Measurements))
            text.Row([score.Method, $"{score.Measurements}", Percent(score, s => s.Mape), Percent(score, s => s.Acc10), Number(score.Draws.Average(s => s.KendallTau), "0.000")]);
        return text.ToString();
    }

    private static string Percent(PlatformScore score, Func<RegressionScores, double> value)
    {
        double[] values = [.. score.Draws.Select(s => 100 * value(s))];
        string mean = Number(values.Average(), "0.0");
        if (values.Length < 2) return $"{mean} %";
        double deviation = Math.Sqrt(values.Sum(v => (v - values.Average()) * (v - values.Average())) / (values.Length - 1));
        return $"{mean} ± {Number(deviation, "0.0")} %";
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
