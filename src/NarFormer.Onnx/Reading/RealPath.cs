namespace NarFormer.Onnx.Reading;

/// <summary>Where a path leads once every symbolic link in it has been followed.</summary>
internal static class RealPath
{
    private const int MaximumLinks = 40;

    /// <summary>The path without links, what does not exist as it is; <see langword="null"/> if links lead in a circle.</summary>
    public static string? Of(string path)
    {
        int links = 0;
        return Follow(path, ref links);
    }

    private static string? Follow(string path, ref int links)
    {
        string root = Path.GetPathRoot(path)!;
        string? real = root;
        foreach (string part in path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string folder = real;
            real = Path.Combine(folder, part);
            if (new FileInfo(real).LinkTarget is not { } target) continue;
            if (++links > MaximumLinks) return null;
            real = Follow(Path.GetFullPath(target, folder), ref links);
            if (real is null) return null;
        }

        return real;
    }
}
