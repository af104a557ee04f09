using NarFormer.Training.Recipes;

namespace NarFormer.Training.Runs;

/// <summary>Trainings that are averaged.</summary>
/// <param name="Name">What to call them.</param>
/// <param name="Runs">Their folders, one or more.</param>
public sealed record NamedRuns(string Name, IReadOnlyList<RunFolder> Runs)
{
    private const string MemberPrefix = "member-";

    /// <summary>
    /// The trainings of networks below <paramref name="folder"/>, which is the folder of one training or of a study or a part of
    /// one; members of a seed are averaged. Baselines and trainings that have kept no weights yet are left out.
    /// </summary>
    /// <exception cref="InvalidDataException">There is none, or trainings of a seed may not be averaged.</exception>
    public static IReadOnlyList<NamedRuns> Below(string folder)
    {
        string root = Path.GetFullPath(folder);
        if (!Directory.Exists(root)) throw new InvalidDataException($"{root}: there is no such folder");
        if (File.Exists(Path.Combine(root, RunFolder.RecipeName))) return [new NamedRuns(folder, [RunFolder.Open(root)])];
        NamedRuns[] found =
        [
            .. Directory.EnumerateFiles(root, RunFolder.RecipeName, SearchOption.AllDirectories)
                .Where(recipe => File.Exists(Path.Combine(Path.GetDirectoryName(recipe)!, RunFolder.WeightsName)) && RecipeFile.Read(recipe) is { Baseline: null, Cells: null })
                .Select(recipe => Path.GetDirectoryName(recipe)!)
                .GroupBy(run => Path.GetFileName(run).StartsWith(MemberPrefix, StringComparison.Ordinal) ? Path.GetDirectoryName(run)! : run, StringComparer.Ordinal)
                .OrderBy(members => members.Key, StringComparer.Ordinal)
                .Select(members => new NamedRuns(Path.GetRelativePath(root, members.Key).Replace('\\', '/'), RunFolder.OpenEnsemble([.. members.Order(StringComparer.Ordinal)]))),
        ];
        return found.Length > 0 ? found : throw new InvalidDataException($"{root}: there are no trainings of networks with kept weights");
    }
}
