namespace NarFormer.Runtime;

/// <summary>The predictors that are installed with this library: files in the folder <c>predictors</c> beside the program.</summary>
public static class BundledPredictors
{
    private const string Extension = ".onnx";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "predictors");

    /// <summary>What they are called, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names() =>
        Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*" + Extension).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)] : [];

    /// <summary>The path of the predictor <paramref name="name"/>.</summary>
    /// <exception cref="InvalidDataException">There is none; the message lists those there are.</exception>
    public static string PathOf(string name)
    {
        string path = Path.Combine(Folder, name + Extension);
        if (Path.GetFileName(name) == name && File.Exists(path)) return path;
        var names = Names();
        throw new InvalidDataException($"there is no predictor '{name}'; {(names.Count == 0 ? "none is" : "there are " + string.Join(", ", names))} in {Folder}");
    }
}
