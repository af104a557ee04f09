using NarFormer.Graphs;
using NarFormer.Onnx.Reading;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx;

/// <summary>Reads ONNX models as graphs with resolved shapes. It holds no state and may be shared between threads.</summary>
/// <param name="defaults">The options of reads that state none.</param>
public sealed class OnnxReader(OnnxReadOptions? defaults = null)
{
    private readonly OnnxReadOptions _defaults = defaults ?? OnnxReadOptions.Default;

    /// <summary>Reads the file at <paramref name="path"/>. Weights are skipped, not loaded.</summary>
    /// <exception cref="OnnxException">The file is not a model, contradicts the format or exceeds a limit; the message names the file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public NetworkGraph Read(string path, OnnxReadOptions? options = null)
    {
        options ??= _defaults;
        try
        {
            var model = ModelFile.ReadWithoutWeights(path, options.Limits);
            var missing = ExternalWeights.Resolve(model, path);
            return GraphReading.Read(model, Path.GetFileName(path), options, missing);
        }
        catch (OnnxException e)
        {
            throw new OnnxException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>Reads <paramref name="model"/>.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="name">What to call the network.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="OnnxException">The model contradicts the format or exceeds a limit; the message names it.</exception>
    public NetworkGraph Read(ModelProto model, string name, OnnxReadOptions? options = null) => Read(model, name, options, []);

    /// <summary>Reads <paramref name="model"/>, which is not changed.</summary>
    /// <exception cref="OnnxException">The model contradicts the format or exceeds a limit; the message names it.</exception>
    public NetworkGraph Read(WeightlessModel model, OnnxReadOptions? options = null) => Read(model.Proto, model.Name, options, model.Warnings);

    private NetworkGraph Read(ModelProto model, string name, OnnxReadOptions? options, IReadOnlyList<string> warnings)
    {
        try
        {
            return GraphReading.Read(model, name, options ?? _defaults, warnings);
        }
        catch (OnnxException e)
        {
            throw new OnnxException($"{name}: {e.Message}", e);
        }
    }
}
