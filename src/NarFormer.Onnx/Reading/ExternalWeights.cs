using Google.Protobuf;
using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>
/// Weights that lie in files beside the model. They are not read, except integers that can be a shape. A file outside the
/// model's folder is an error; one that is missing or too short leaves its tensors without values.
/// </summary>
internal static class ExternalWeights
{
    private const int ListedFiles = 5;

    /// <summary>Checks every external location of <paramref name="model"/> and puts small integer tensors in place.</summary>
    /// <returns>A warning for each file that is missing or too short.</returns>
    /// <exception cref="OnnxException">A location leads out of the model's folder.</exception>
    public static IReadOnlyList<string> Resolve(ModelProto model, string modelPath)
    {
        if (model.Graph is null) return [];
        string folder = Path.GetDirectoryName(Path.GetFullPath(modelPath))!;
        var incomplete = new Dictionary<string, int>(StringComparer.Ordinal);
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        StoredTensors.Visit(model, tensor =>
        {
            if (tensor.DataLocation != TensorProto.Types.DataLocation.External) return;
            var place = ExternalPlace.Of(tensor, folder, paths);
            if (!place.IsThere) incomplete[place.Location] = incomplete.GetValueOrDefault(place.Location) + 1;
            else if (IsSmallInteger(tensor)) Load(tensor, place);
        });

        var warnings = incomplete.Take(ListedFiles).Select(f => $"the weights of {f.Value} {(f.Value == 1 ? "tensor" : "tensors")} are not there: file '{f.Key}' is missing beside the model, or too short").ToList();
        if (incomplete.Count > ListedFiles) warnings.Add($"{incomplete.Count - ListedFiles} more files of weights are missing or too short");
        return warnings;
    }

    /// <summary>Takes from <paramref name="model"/> every reference to a file.</summary>
    /// <returns>A warning if there were any.</returns>
    public static IReadOnlyList<string> Detach(ModelProto model)
    {
        if (model.Graph is null) return [];
        int detached = 0;
        StoredTensors.Visit(model, tensor =>
        {
            if (tensor.DataLocation != TensorProto.Types.DataLocation.External) return;
            tensor.DataLocation = TensorProto.Types.DataLocation.Default;
            tensor.ExternalData.Clear();
            detached++;
        });
        return detached == 0 ? [] : [$"the weights of {detached} {(detached == 1 ? "tensor lie" : "tensors lie")} in other files, which are not read"];
    }

    private static bool IsSmallInteger(TensorProto tensor) =>
        (ElementType)tensor.DataType is ElementType.Int64 or ElementType.Int32 && tensor.Dims.Aggregate((Int128)1, (p, d) => Int128.Min(p * Math.Max(d, 0), long.MaxValue)) <= TensorValues.Limit;

    private static void Load(TensorProto tensor, ExternalPlace place)
    {
        byte[] bytes = new byte[((ElementType)tensor.DataType).BytesFor(tensor.Dims.Aggregate(1L, (p, d) => p * Math.Max(d, 0)))];
        using var file = new FileStream(place.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
        file.Position = place.Offset;
        if (file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length) return;
        tensor.RawData = ByteString.CopyFrom(bytes);
        tensor.DataLocation = TensorProto.Types.DataLocation.Default;
    }
}
