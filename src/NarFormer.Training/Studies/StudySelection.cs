namespace NarFormer.Training.Studies;

/// <summary>Which of a study's runs a process trains; of others only what is finished is taken.</summary>
/// <param name="Share">Its share of the runs that <paramref name="Only"/> leaves.</param>
/// <param name="Only">Names of patches, of one axis or several: of each axis that has any of them, a run's has to be among them. Empty for all runs.</param>
public sealed record StudySelection(StudyShare Share, IReadOnlyList<string> Only)
{
    /// <summary>Every run.</summary>
    public static readonly StudySelection All = new(StudyShare.All, []);

    /// <summary>Whether each of <paramref name="runs"/>, by the names of its variation, is trained.</summary>
    /// <exception cref="InvalidDataException">No run has one of the names of <see cref="Only"/>.</exception>
    public bool[] Of(IReadOnlyList<IReadOnlyList<string>> runs)
    {
        if (Only.FirstOrDefault(name => !runs.Any(names => names.Contains(name))) is { } unknown) throw new InvalidDataException($"--only {unknown}: no variation is called so");
        int[] axes = [.. Enumerable.Range(0, runs.Count == 0 ? 0 : runs[0].Count).Where(axis => runs.Any(names => Only.Contains(names[axis])))];
        int selected = 0;
        return [.. runs.Select(names => axes.All(axis => Only.Contains(names[axis])) && Share.Holds(selected++))];
    }
}
