using System.Globalization;

namespace NarFormer.Training.Studies;

/// <summary>The results of a study as Markdown tables, a row for each variation first.</summary>
public static class StudyTable
{
    /// <summary>The tables of the finished <paramref name="runs"/>; a variation with none has no row yet.</summary>
    public static string Of(Study study, IReadOnlyList<StudyRun> runs)
    {
        var text = new MarkdownTable();
        text.Line($"# {study.Name}");
        text.Line();
        WriteVariations(text, study, runs);
        text.Line();
        text.Line(Note(study, runs));
        if (study.Matrix) StudyMatrix.Write(text, study, runs);
        if (study.ByFamily) FamilyTable.Write(text, study, runs);
        return text.ToString();
    }

    private static void WriteVariations(MarkdownTable text, Study study, IReadOnlyList<StudyRun> runs)
    {
        bool counts = study.Variations[0].Recipe.Cells is null;
        var columns = ScoreColumn.TestOf(study.Variations[0].Recipe);
        var validation = ScoreColumn.ValidationOf(study.Variations[0].Recipe);
        text.Head(["variation", "runs", .. columns.Select(c => c.Title), $"validation {validation.Title}", "training, s", .. counts ? ["parameters"] : Array.Empty<string>()]);
        foreach (var variation in study.Variations)
        {
            StudyRun[] own = [.. runs.Where(r => r.Variation == variation.Name)];
            if (own.Length == 0) continue;
            text.Row(Cells(variation.Name, own[0].Parameters, [.. own.Select(r => r.Test)], [.. own.Select(r => r.Validation)], [.. own.Select(r => r.Seconds)]));
            if (study.Ensemble == 1) continue;
            MemberRun[] members = [.. own.SelectMany(r => r.Members)];
            text.Row(Cells($"{variation.Name}, one network", own[0].Parameters, [.. members.Select(m => m.Test)], [.. members.Select(m => m.Validation)], [.. members.Select(m => m.Seconds)]));
        }

        string[] Cells(
            string name, long parameters, IReadOnlyDictionary<string, double>[] test, IReadOnlyDictionary<string, double>[] chosenBy, double[] seconds) =>
        [
            name, Number(test.Length, "0"), .. columns.Select(c => c.Text(test)), validation.Mean(chosenBy), Number(seconds.Average(), "0.0"),
            .. counts ? [Number(parameters, "N0")] : Array.Empty<string>(),
        ];
    }

    private static string Note(Study study, IReadOnlyList<StudyRun> runs)
    {
        string ensemble = study.Ensemble == 1 ? "" : $" A run is the mean prediction of {study.Ensemble} networks with seeds of their own, trained on the same data.";
        string threads = string.Join(" or ", runs.Select(r => r.Threads).Distinct().Order());
        return $"Seeds {string.Join(", ", study.Seeds)}.{ensemble} Scores are those on the test split, mean ± sample standard deviation over runs; "
            + $"validation and training are means, training is wall time of all epochs of a run on {threads} thread{(threads == "1" ? "" : "s")}.";
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
