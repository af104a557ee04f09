using System.Globalization;
using System.Text;

namespace NarFormer.Training.Studies;

/// <summary>The results of a study as a Markdown table, a row for each variation.</summary>
public static class StudyTable
{
    /// <summary>The table of the finished <paramref name="runs"/>; a variation with none has no row yet.</summary>
    public static string Of(Study study, IReadOnlyList<StudyRun> runs)
    {
        var columns = ScoreColumn.TestOf(study.Variations[0].Recipe);
        var validation = ScoreColumn.ValidationOf(study.Variations[0].Recipe);
        var text = new StringBuilder($"# {study.Name}\n\n");
        Row(text, ["variation", "runs", .. columns.Select(c => c.Title), $"validation {validation.Title}", "training, s"]);
        Row(text, ["---", .. Enumerable.Repeat("---:", columns.Count + 3)]);
        foreach (var variation in study.Variations)
        {
            StudyRun[] own = [.. runs.Where(r => r.Variation == variation.Name)];
            if (own.Length == 0) continue;
            Row(text, Cells(variation.Name, [.. own.Select(r => r.Test)], [.. own.Select(r => r.Validation)], [.. own.Select(r => r.Seconds)]));
            if (study.Ensemble == 1) continue;
            MemberRun[] members = [.. own.SelectMany(r => r.Members)];
            Row(text, Cells($"{variation.Name}, one network", [.. members.Select(m => m.Test)], [.. members.Select(m => m.Validation)], [.. members.Select(m => m.Seconds)]));
        }

        text.Append('\n').Append(Note(study, runs)).Append('\n');
        return text.ToString();

        string[] Cells(
            string name, IReadOnlyDictionary<string, double>[] test, IReadOnlyDictionary<string, double>[] chosenBy, double[] seconds) =>
            [name, Number(test.Length, "0"), .. columns.Select(c => c.Text(test)), validation.Mean(chosenBy), Number(seconds.Average(), "0.0")];
    }

    private static string Note(Study study, IReadOnlyList<StudyRun> runs)
    {
        string ensemble = study.Ensemble == 1 ? "" : $" A run is the mean prediction of {study.Ensemble} networks with seeds of their own, trained on the same data.";
        string threads = string.Join(" or ", runs.Select(r => r.Threads).Distinct().Order());
        return $"Seeds {string.Join(", ", study.Seeds)}.{ensemble} Scores are those on the test split, mean ± sample standard deviation over runs; "
            + $"validation and training are means, training is wall time of all epochs of a run on {threads} thread{(threads == "1" ? "" : "s")}.";
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
