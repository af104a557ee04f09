namespace NarFormer.Onnx.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("narformer-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
