namespace NarFormer.Training.Studies;

/// <summary>The folder of a study: its results and, below, a folder for each training.</summary>
public sealed class StudyFolder(string path)
{
    /// <summary>The table of results.</summary>
    public string Table => Path.Combine(path, "table.md");

    /// <summary>Every single run.</summary>
    public string Results => Path.Combine(path, "results.json");

    /// <summary>The scores of <paramref name="variation"/> with <paramref name="seed"/>.</summary>
    public string ResultOf(Variation variation, long seed) => Path.Combine(SeedOf(variation, seed), "result.json");

    /// <summary>The predictions of <paramref name="variation"/> with <paramref name="seed"/> for each test network.</summary>
    public string PredictionsOf(Variation variation, long seed) => Path.Combine(SeedOf(variation, seed), "predictions-test.csv");

    /// <summary>The training of member <paramref name="number"/>, counted from 1.</summary>
    public string TrainingOf(Variation variation, long seed, int number) => Path.Combine(SeedOf(variation, seed), $"member-{number}");

    private string SeedOf(Variation variation, long seed) => Path.Combine([path, .. variation.Names, $"seed-{seed}"]);
}
