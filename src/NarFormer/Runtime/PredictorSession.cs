using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Architecture;
using NarFormer.Encoding;

namespace NarFormer.Runtime;

/// <summary>
/// A predictor graph in ONNX Runtime. Each run uses one thread, so that its sums have one order and runs of other
/// threads go on beside it.
/// </summary>
internal sealed class PredictorSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly EdgeDirection _direction;
    private readonly string[] _outputs;
    private readonly RunOptions _run = new();

    /// <summary>Loads the ONNX file in <paramref name="file"/>.</summary>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses it.</exception>
    public PredictorSession(ReadOnlyMemory<byte> file, EdgeDirection direction)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        _session = new InferenceSession(Bytes(file), options);
        _direction = direction;
        _outputs = [.. _session.OutputNames];
    }

    /// <summary>Runs <paramref name="batch"/>; may be called from many threads at once.</summary>
    public PredictorOutputs Run(PackedBatch batch)
    {
        var edges = new PackedEdges(batch, _direction);
        using var features = OrtValue.CreateTensorValueFromMemory(batch.NodeFeatures, [batch.NodeCount, batch.NodeFeatureCount]);
        using var degree = OrtValue.CreateTensorValueFromMemory(edges.Degree, [batch.NodeCount, 1]);
        using var sources = OrtValue.CreateTensorValueFromMemory(edges.Sources, [edges.Sources.Length]);
        using var targets = OrtValue.CreateTensorValueFromMemory(edges.Targets, [edges.Targets.Length]);
        using var graphs = OrtValue.CreateTensorValueFromMemory(batch.GraphIndex, [batch.NodeCount]);
        using var statics = OrtValue.CreateTensorValueFromMemory(batch.StaticFeatures, [batch.GraphCount, batch.StaticFeatureCount]);
        using var results = _session.Run(
            _run,
            ["node_features", "degree", "edge_source", "edge_target", "graph_index", "static_features"],
            [features, degree, sources, targets, graphs, statics],
            _outputs);
        return new PredictorOutputs(Output("prediction")!, Output("embedding")!, Output("node_costs"), Output("spread"));

        float[]? Output(string name)
        {
            int index = Array.IndexOf(_outputs, name);
            return index < 0 ? null : results[index].GetTensorDataAsSpan<float>().ToArray();
        }
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> file) =>
        MemoryMarshal.TryGetArray(file, out var part) && part.Count == part.Array!.Length ? part.Array : file.ToArray();

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }
}
