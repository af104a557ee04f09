using NarFormer.Encoding;
using NarFormer.Graphs;
using NarFormer.Graphs.Inspection;
using NarFormer.Onnx;
using NarFormer.Server.Batching;
using NarFormer.Server.Problems;
using NarFormer.Server.Telemetry;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>Reads and encodes networks, as many at once as there are readers.</summary>
internal sealed class NetworkReading(ReadingSlots slots, ServerLimits limits)
{
    private readonly OnnxReader _reader = new(new OnnxReadOptions { Limits = limits.Onnx });

    /// <summary>Reads the network in <paramref name="upload"/>, a whole file that can be skipped through.</summary>
    /// <exception cref="UnreadableException">It is no network; the message says why.</exception>
    /// <exception cref="ServerBusyException">Too many requests wait already.</exception>
    public Task<ReadNetwork> ReadAsync(Stream upload, string name, CancellationToken cancellation) =>
        RunAsync("read", () => Read(OnnxReader.Strip(upload, limits.Onnx), name), cancellation);

    /// <summary>Reads a network that the store keeps.</summary>
    /// <exception cref="UnreadableException">It cannot be read with the present limits.</exception>
    /// <exception cref="ServerBusyException">Too many requests wait already.</exception>
    public Task<ReadNetwork> ReadAsync(byte[] model, string name, CancellationToken cancellation) => RunAsync("read", () => Read(model, name), cancellation);

    /// <summary>The network as predictors with <paramref name="encoding"/> see it.</summary>
    /// <exception cref="UnreadableException">It cannot be encoded; the message says why.</exception>
    /// <exception cref="ServerBusyException">Too many requests wait already.</exception>
    public Task<EncodedNetwork> EncodeAsync(ReadNetwork network, INetworkEncoding encoding, CancellationToken cancellation) => RunAsync(
        "encode",
        () => encoding.Encode(encoding.FoldsConstants ? network.Inspection.Graph : Graph(network.Model, network.Inspection.Graph.Name, folded: false)),
        cancellation);

    private ReadNetwork Read(byte[] model, string name)
    {
        var graph = Graph(model, name, folded: true);
        if (graph.Nodes.Count == 0) throw new UnreadableException($"{name}: the network has no operations that depend on its input");
        return new ReadNetwork(CanonicalHash.Of(graph), model, NetworkInspection.Of(graph));
    }

    private NetworkGraph Graph(byte[] model, string name, bool folded)
    {
        using var stream = new MemoryStream(model, writable: false);
        return _reader.Read(stream, name, StoredModel.OptionsOf(model) with { Limits = limits.Onnx, FoldConstants = folded });
    }

    private Task<T> RunAsync<T>(string activity, Func<T> work, CancellationToken cancellation) => slots.RunAsync(
        () =>
        {
            using var span = ServerTelemetry.Activities.StartActivity(activity);
            try
            {
                return work();
            }
            catch (Exception e) when (e is FormatException or ArgumentException or InvalidDataException)
            {
                throw new UnreadableException(e.Message, e);
            }
        },
        cancellation);
}
