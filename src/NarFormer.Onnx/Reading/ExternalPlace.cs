using System.Globalization;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Where the values of an external tensor lie.</summary>
/// <param name="Location">The path as the model states it.</param>
/// <param name="Path">The full path.</param>
/// <param name="Offset">The first byte.</param>
/// <param name="Length">How many bytes, 0 if the model does not say.</param>
internal readonly record struct ExternalPlace(string Location, string Path, long Offset, long Length)
{
    /// <summary>Whether the file is there and long enough.</summary>
    public bool IsThere => new FileInfo(Path) is { Exists: true } file && file.Length - Offset >= Length;

    /// <summary>The place that <paramref name="tensor"/> states.</summary>
    /// <exception cref="OnnxException">It is outside <paramref name="folder"/>, or no place at all.</exception>
    public static ExternalPlace Of(TensorProto tensor, string folder, Dictionary<string, string> paths)
    {
        string location = Entry(tensor, "location") ?? "";
        if (!paths.TryGetValue(location, out string? path)) paths[location] = path = Inside(folder, location, tensor.Name);
        return new ExternalPlace(location, path, Number(tensor, "offset"), Number(tensor, "length"));
    }

    private static string? Entry(TensorProto tensor, string key) => tensor.ExternalData.FirstOrDefault(e => e.Key == key)?.Value;

    private static long Number(TensorProto tensor, string key)
    {
        if (Entry(tensor, key) is not { } text) return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new OnnxException($"tensor '{tensor.Name}' has external data with {key} '{text}', which is no number of bytes");
    }

    private static string Inside(string folder, string location, string tensor)
    {
        // A backslash is a separator where the model may have been written, and a way out where it may be read.
        if (location.Length == 0 || location.AsSpan().ContainsAny('\0', '\\', ':') || System.IO.Path.IsPathRooted(location))
            throw new OnnxException($"tensor '{tensor}' has external data at '{location}', which is no path relative to the model");
        string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, location));
        return IsBelow(folder, path) && RealPath.Of(path) is { } real && RealPath.Of(folder) is { } boundary && IsBelow(boundary, real)
            ? path
            : throw new OnnxException($"tensor '{tensor}' has external data at '{location}', outside the model's folder");
    }

    private static bool IsBelow(string folder, string path) =>
        path.StartsWith(folder.EndsWith(System.IO.Path.DirectorySeparatorChar) ? folder : folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
