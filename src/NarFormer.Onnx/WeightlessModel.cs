using NarFormer.Onnx.Reading;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx;

/// <summary>A model without the values of its weights: small enough to keep, and all that is needed to read it as a graph.</summary>
public sealed class WeightlessModel
{
    private WeightlessModel(ModelProto proto, string name, IReadOnlyList<string> warnings)
    {
        Proto = proto;
        Name = name;
        Warnings = warnings;
    }

    /// <summary>The model. Large tensors have dimensions and no values, and none refers to another file.</summary>
    public ModelProto Proto { get; }

    /// <summary>What to call the network.</summary>
    public string Name { get; }

    /// <summary>What is missing.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Reads the file at <paramref name="path"/>; weights are skipped, not loaded.</summary>
    /// <exception cref="OnnxException">The file is not a model, or exceeds a limit; the message names the file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static WeightlessModel Read(string path, OnnxLimits? limits = null)
    {
        try
        {
            var model = ModelFile.ReadWithoutWeights(path, limits ?? OnnxLimits.Default);
            var missing = ExternalWeights.Resolve(model, path);
            ExternalWeights.Detach(model);
            return new WeightlessModel(model, Path.GetFileName(path), missing);
        }
        catch (OnnxException e)
        {
            throw new OnnxException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Reads a stream that can be skipped through. No other file is opened, whatever the model refers to.</summary>
    /// <exception cref="OnnxException">The stream does not hold a model, or exceeds a limit; the message names it.</exception>
    public static WeightlessModel Read(Stream stream, string name, OnnxLimits? limits = null)
    {
        try
        {
            var model = ModelFile.ReadWithoutWeights(stream, limits ?? OnnxLimits.Default);
            return new WeightlessModel(model, name, ExternalWeights.Detach(model));
        }
        catch (OnnxException e)
        {
            throw new OnnxException($"{name}: {e.Message}", e);
        }
    }
}
