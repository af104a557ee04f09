namespace NarFormer.Cli.Tests;

/// <summary>An empty folder that is deleted after the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("narformer-");

    /// <summary>The full path of the folder.</summary>
    public string Root => _folder.FullName;

    /// <summary>Writes a file below the folder and gives its full path.</summary>
    public string Write(string name, byte[]? content = null)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content ?? []);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
