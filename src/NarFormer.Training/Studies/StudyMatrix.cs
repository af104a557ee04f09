namespace NarFormer.Training.Studies;

/// <summary>Scores of a study of two axes: a column for each patch of the first, a row for each of the second, and their mean.</summary>
internal static class StudyMatrix
{
    private const string Missing = "–";

    public static void Write(MarkdownTable text, Study study, IReadOnlyList<StudyRun> runs)
    {
        string[] columns = [.. study.Variations.Select(v => v.Names[0]).Distinct()], rows = [.. study.Variations.Select(v => v.Names[1]).Distinct()];
        foreach (var score in ScoreColumn.TestOf(study.Variations[0].Recipe))
        {
            text.Line();
            text.Line($"## {score.Title}");
            text.Line();
            text.Head(["", .. columns]);
            foreach (string row in rows) text.Row([row, .. columns.Select(c => Of(c, row) is { Length: > 0 } found ? score.Text(found) : Missing)]);
            text.Row(["mean", .. columns.Select(c => rows.Select(r => Of(c, r)).ToArray() is var all && all.All(f => f.Length > 0) ? score.MeanOfMeans(all) : Missing)]);
        }

        IReadOnlyDictionary<string, double>[] Of(string column, string row) => [.. runs.Where(r => r.Variation == $"{column} {row}").Select(r => r.Test)];
    }
}
