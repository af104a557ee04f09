namespace NarFormer.Runtime;

/// <summary>The predictor files in the folder <c>predictors</c> beside the program.</summary>
internal static class BundledPredictors
{
    private const string Extension = ".onnx";

    /// <summary>The path of the predictor <paramref name="name"/>.</summary>
    /// <exception cref="InvalidDataException">There is none; the message lists those there are.</exception>
    public static string PathOf(string name)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "predictors");
        string path = Path.Combine(folder, name + Extension);
        if (Path.GetFileName(name) == name && File.Exists(path)) return path;
        string[] names = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*" + Extension).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)] : [];
        throw new InvalidDataException($"there is no predictor '{name}'; {(names.Length == 0 ? "none is" : "there are " + string.Join(", ", names))} in {folder}");
    }
}
