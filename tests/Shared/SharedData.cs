namespace NarFormer.Testing;

/// <summary>Finds the folder of golden vectors and real files that lies beside the repository, where there is one.</summary>
internal static class SharedData
{
    /// <summary>The full path of <paramref name="parts"/> in the shared folder; skips the test where it is missing.</summary>
    public static string Path(params string[] parts)
    {
        string? root = Root();
        Assert.SkipWhen(root is null, "the shared folder is not beside the repository");
        return System.IO.Path.Combine([root!, .. parts]);
    }

    /// <summary>The root of the repository.</summary>
    public static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "NarFormer.slnx"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("the tests do not run inside the repository");
    }

    private static string? Root()
    {
        string path = System.IO.Path.Combine(Repository(), "..", "shared");
        return Directory.Exists(path) ? System.IO.Path.GetFullPath(path) : null;
    }
}
