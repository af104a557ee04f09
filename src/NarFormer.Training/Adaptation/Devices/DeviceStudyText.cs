using System.Globalization;
using NarFormer.Training.Studies;

namespace NarFormer.Training.Adaptation.Devices;

/// <summary>The results of a study of devices as tables in Markdown.</summary>
public static class DeviceStudyText
{
    /// <summary>A table for each protocol and role: a row for each method and number of measurements, a column for each device.</summary>
    public static string Of(DeviceStudyResult result)
    {
        var text = new MarkdownTable();
        foreach (var part in result.Scores.GroupBy(s => (s.Protocol, s.Role)))
        {
            string[] devices = [.. part.Select(s => s.Device).Distinct()];
            text.Line($"{part.Key.Role} devices, protocol {part.Key.Protocol}, mean Spearman of {result.Recipe.Draws} draws");
            text.Line();
            text.Head(["method", "measurements", .. devices, "mean", "± between draws", "median error"]);
            foreach (var method in part.GroupBy(s => (s.Method, s.Measurements)).OrderBy(m => m.Key.Measurements).ThenBy(m => m.Key.Method, StringComparer.Ordinal))
                text.Row([method.Key.Method, $"{method.Key.Measurements}", .. Columns([.. method])]);
            text.Line();
        }

        return text.ToString();
    }

    private static IEnumerable<string> Columns(DeviceScore[] scores)
    {
        foreach (var score in scores) yield return Number(score.Spearman.Average());
        double[] means = [.. Enumerable.Range(0, scores[0].Spearman.Count).Select(draw => scores.Average(s => s.Spearman[draw]))];
        yield return Number(means.Average());
        yield return means.Length > 1 ? Number(Math.Sqrt(means.Sum(m => (m - means.Average()) * (m - means.Average())) / (means.Length - 1))) : "";
        yield return scores[0].MedianErrors.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{100 * scores.Average(s => s.MedianErrors.Average()):0.0} %") : "";
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
