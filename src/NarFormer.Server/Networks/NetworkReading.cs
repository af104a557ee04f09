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
internal sealed class NetworkReading(ReadingSlots slots, ServerLimits limits, TimeProvider clock)
{
    /// <summary>Reads the network in <paramref name="upload"/>, a whole file that can be skipped through.</summary>
    /// <exception cref="UnreadableException">It is no network; the message says why.</exception>
    /// <exception cref="ServerBusyException">Too many requests wait already.</exception>
    public Task<ReadNetwork> ReadAsync(Stream upload, string name, CancellationToken cancellation) => RunAsync(
        "read",
        stop =>
        {
            var captured = new NetworkCapture(clock, new OnnxReadOptions { Limits = limits.Onnx, Cancellation = stop }).Stream(upload, name);
            if (captured.Graph.Nodes.Count == 0) throw new UnreadableException($"{name}: the network has no operations that depend on its input");
            return new ReadNetwork(captured.Network, NetworkInspection.Of(captured.Graph), captured.Model);
        },
        cancellation);

    /// <summary>Reads a network that the store keeps.</summary>
    /// <exception cref="UnreadableException">It cannot be read any more.</exception>
    /// <exception cref="ServerBusyException">Too many requests wait already.</exception>
    public Task<ReadNetwork> ReadAsync(StoredNetwork network, byte[] model, CancellationToken cancellation) => RunAsync(
        "read", stop => new ReadNetwork(network, NetworkInspection.Of(Stored(model, network.Name, foldConstants: true, stop)), model), cancellation);

    /// <summary>The network as predictors with <paramref name="encoding"/> see it.</summary>
    /// <exception cref="UnreadableException">It cannot be encoded; the message says why.</exception>
    /// <exception cref="ServerBusyException">Too many requests wait already.</exception>
    public Task<EncodedNetwork> EncodeAsync(ReadNetwork network, INetworkEncoding encoding, CancellationToken cancellation) => RunAsync(
        "encode",
        stop => encoding.Encode(encoding.FoldsConstants ? network.Inspection.Graph : Stored(network.Model, network.Network.Name, foldConstants: false, stop)),
        cancellation);

    private static NetworkGraph Stored(byte[] model, string name, bool foldConstants, CancellationToken stop)
    {
        using var stream = new MemoryStream(model, writable: false);
        return new OnnxReader().Read(WeightlessModel.Read(stream, name), StoredModel.OptionsOf(model) with { FoldConstants = foldConstants, Cancellation = stop });
    }

    private Task<T> RunAsync<T>(string activity, Func<CancellationToken, T> work, CancellationToken cancellation) => slots.RunAsync(
        stop =>
        {
            using var span = ServerTelemetry.Activities.StartActivity(activity);
            try
            {
                return work(stop);
            }
            catch (Exception e) when (e is FormatException or ArgumentException or InvalidDataException)
            {
                throw new UnreadableException(e.Message, e);
            }
        },
        cancellation);
}
