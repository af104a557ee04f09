using System.Globalization;
using System.Text;
using NarFormer.Datasets.Campaign;

namespace NarFormer.Datasets.Quality;

/// <summary>A data sheet for people, in Markdown.</summary>
public static class DataSheetText
{
    /// <summary>Writes <paramref name="sheet"/> for the machine in <paramref name="measured"/>.</summary>
    public static string Of(DataSheet sheet, MeasuredEnvironment measured)
    {
        var text = new StringBuilder();
        Line(text, $"{sheet.Networks} networks of {sheet.Families.Count} families, {sheet.Duplicates} of them the same graph as another one.");
        Line(text, $"Measured {sheet.Begin:yyyy-MM-dd HH:mm} to {sheet.End:yyyy-MM-dd HH:mm} UTC in {sheet.Rounds} rounds of {measured.RoundSeconds} s ({measured.MinimumRuns} to {measured.MaximumRuns} runs), {measured.Threads} thread, core {measured.Core}.");
        Line(text, $"Platform {measured.Platform}: {measured.Environment.Cpu}, {measured.Environment.Cores} cores, ONNX Runtime {measured.Environment.OnnxRuntime}, {measured.Environment.OperatingSystem}, {measured.Environment.Runtime}.");
        Line(text, $"");
        Line(text, $"| family | train | validation | test | lowest ms | median ms | highest ms |");
        Line(text, $"|---|---:|---:|---:|---:|---:|---:|");
        foreach (var f in sheet.Families)
            Line(text, $"| {f.Family} | {f.Train} | {f.Validation} | {f.Test} | {f.LowestMs:0.00} | {f.MedianMs:0.00} | {f.HighestMs:0.00} |");
        Line(text, $"");
        Line(text, $"Drift: the machine was {sheet.Drift.MedianSlowdown:P1} slower than when quiet in the median window, {sheet.Drift.HighSlowdown:P1} in the window at 90 %. {sheet.Drift.AnchorRounds} rounds of anchors lie {sheet.Drift.AnchorsBefore:P1} from their median as measured, {sheet.Drift.AnchorsAfter:P1} after the correction.");
        Line(text, $"Families react to a slowdown by {string.Join(", ", sheet.Drift.Sensitivities.OrderBy(s => s.Value).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Value:0.00} ({s.Key})")))} of its average.");
        if (sheet.Noise is { } noise)
            Line(text, $"Noise floor: {noise.Networks} networks measured again differ from their labels by {noise.MeanDistance:P1} on average ({noise.MedianDistance:P1} in the median, {noise.Within10Percent:P0} within 10 %); without correction of drift by {noise.MeanDistanceAsMeasured:P1}.");
        else
            Line(text, $"Noise floor: unknown, nothing was measured again.");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
