namespace NarFormer.Onnx.Bench;

/// <summary>The ONNX files that paths name.</summary>
internal static class NetworkFiles
{
    /// <summary>Every path that is a file, and the ONNX files directly in every path that is a folder.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> paths) =>
        [.. paths.SelectMany(IEnumerable<string> (p) => Directory.Exists(p) ? Directory.GetFiles(p, "*.onnx").Order(StringComparer.Ordinal) : [p])];
}
