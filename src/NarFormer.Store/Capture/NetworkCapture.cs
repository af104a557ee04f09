using Google.Protobuf;
using NarFormer.Graphs.Costs;
using NarFormer.Onnx;
using NarFormer.Onnx.Schema;

namespace NarFormer.Store;

/// <summary>Reads networks for the store. It may be shared between threads.</summary>
/// <param name="clock">Tells when a network was read.</param>
/// <param name="options">How networks are read; constants are folded in any case.</param>
public sealed class NetworkCapture(TimeProvider clock, OnnxReadOptions? options = null)
{
    private const int LongestName = 200;

    private readonly OnnxReadOptions _options = (options ?? OnnxReadOptions.Default) with { FoldConstants = true };
    private readonly OnnxReader _reader = new();

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="OnnxException">The file is not a network; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public CapturedNetwork File(string path, string? family = null) => Capture(WeightlessModel.Read(path, _options.Limits), family);

    /// <summary>Reads a stream that can be skipped through. No other file is opened, whatever the model refers to.</summary>
    /// <exception cref="OnnxException">The stream does not hold a network; the message names it.</exception>
    public CapturedNetwork Stream(Stream stream, string name, string? family = null) => Capture(WeightlessModel.Read(stream, name, _options.Limits), family);

    /// <summary>Reads <paramref name="model"/>, which is not changed.</summary>
    /// <exception cref="OnnxException">It is not a network; the message names it.</exception>
    public CapturedNetwork Model(ModelProto model, string name, string? family = null)
    {
        using var stream = new MemoryStream(model.ToByteArray(), writable: false);
        return Stream(stream, name, family);
    }

    private CapturedNetwork Capture(WeightlessModel model, string? family)
    {
        var graph = _reader.Read(model, _options);
        var cost = NetworkCost.Of(graph);
        StoredModel.Note(model.Proto, _options);
        return new CapturedNetwork(
            new StoredNetwork(CanonicalHash.Of(graph), Tidy(model.Name), family, graph.Nodes.Count, cost.Macs, cost.Parameters, cost.WeightBytes, clock.GetUtcNow()),
            graph,
            cost,
            model.Proto.ToByteArray());
    }

    private static string Tidy(string name)
    {
        string visible = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        return visible.Length <= LongestName ? visible : visible[..LongestName];
    }
}
