using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Weights that lie in files beside the model.</summary>
internal static class ExternalWeights
{
    /// <summary>Checks every external location of <paramref name="model"/>; the weights themselves are not read.</summary>
    /// <returns>A warning for each file that is missing.</returns>
    /// <exception cref="OnnxException">A location leads out of the model's folder.</exception>
    public static IReadOnlyList<string> Check(ModelProto model, string modelPath)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(modelPath))!;
        var warnings = new List<string>();
        foreach (var weights in (model.Graph?.Initializer ?? []).Where(t => t.DataLocation == TensorProto.Types.DataLocation.External).GroupBy(Location))
        {
            string path = Inside(folder, weights.Key, weights.First().Name);
            if (!File.Exists(path)) warnings.Add($"the weights of {weights.Count()} tensors are not there: file '{weights.Key}' is missing beside the model");
        }

        return warnings;
    }

    private static string Location(TensorProto tensor) => tensor.ExternalData.FirstOrDefault(e => e.Key == "location")?.Value ?? "";

    private static string Inside(string folder, string location, string tensor)
    {
        if (location.Length == 0 || location.Contains('\0') || Path.IsPathRooted(location))
            throw new OnnxException($"tensor '{tensor}' has external data at '{location}', which is no path relative to the model");
        string path = Path.GetFullPath(Path.Combine(folder, location));
        string? target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null;
        string boundary = folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar;
        if (!path.StartsWith(boundary, StringComparison.Ordinal) || (target is not null && !target.StartsWith(boundary, StringComparison.Ordinal)))
            throw new OnnxException($"tensor '{tensor}' has external data at '{location}', outside the model's folder");
        return path;
    }
}
