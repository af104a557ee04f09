namespace NarFormer.Store.Tests;

/// <summary>An empty folder that is deleted after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("narformer-store-");

    public string Root => _folder.FullName;

    public string File(string name) => Path.Combine(Root, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
