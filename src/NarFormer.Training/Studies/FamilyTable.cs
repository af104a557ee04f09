namespace NarFormer.Training.Studies;

/// <summary>The main score of every variation by family of the test networks.</summary>
internal static class FamilyTable
{
    private const string Missing = "–";

    public static void Write(MarkdownTable text, Study study, IReadOnlyList<StudyRun> runs)
    {
        var score = ScoreColumn.TestOf(study.Variations[0].Recipe)[0];
        string[] variations = [.. study.Variations.Select(v => v.Name).Where(n => runs.Any(r => r.Variation == n))];
        if (variations.Length == 0) return;
        text.Line();
        text.Line($"## {score.Title} by family");
        text.Line();
        text.Head(["family", .. variations]);
        foreach (string family in runs.SelectMany(r => r.Families.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            text.Row([family, .. variations.Select(v => Scores(v, family) is { Length: > 0 } found ? score.Text(found) : Missing)]);
        }

        IReadOnlyDictionary<string, double>[] Scores(string variation, string family) =>
            [.. runs.Where(r => r.Variation == variation && r.Families.ContainsKey(family)).Select(r => r.Families[family])];
    }
}
