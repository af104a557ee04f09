using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Graphs;
using NarFormer.Onnx.Reading;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Shapes;

/// <summary>
/// Asks ONNX Runtime for the shapes of the main graph without running anything: weights become inputs, every node output
/// becomes an output without a type, and an unoptimised session states what it inferred.
/// </summary>
internal static class RuntimeShapes
{
    /// <summary>What ONNX Runtime knows of each tensor; empty if it does not open the model.</summary>
    public static IReadOnlyDictionary<string, Fact> Infer(ModelProto model, IReadOnlyDictionary<string, Fact> facts)
    {
        var copy = model.Clone();
        var graph = copy.Graph;
        foreach (var input in graph.Input)
        {
            if (facts.TryGetValue(input.Name, out var fact) && fact is { IsInput: true, IsKnown: true, Shape: { } shape } && input.Type?.TensorType is { } tensor) tensor.Shape = Shape(shape);
        }

        var declared = graph.Input.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var weight in graph.Initializer.Where(w => !TensorData.IsPresent(w) || w.DataLocation == TensorProto.Types.DataLocation.External).ToList())
        {
            graph.Initializer.Remove(weight);
            if (!declared.Contains(weight.Name))
                graph.Input.Add(new ValueInfoProto { Name = weight.Name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = weight.DataType, Shape = Shape(weight.Dims) } } });
        }

        graph.ValueInfo.Clear();
        graph.Output.Clear();
        graph.Output.Add(graph.Node.SelectMany(n => n.Output).Where(o => o.Length > 0).Select(o => new ValueInfoProto { Name = o }));
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            IntraOpNumThreads = 1,
        };
        try
        {
            using var session = new InferenceSession(copy.ToByteArray(), options);
            return session.OutputMetadata.Where(o => o.Value.IsTensor).ToDictionary(o => o.Key, o => Fact(o.Value), StringComparer.Ordinal);
        }
        catch (OnnxRuntimeException)
        {
            return new Dictionary<string, Fact>();
        }
    }

    // A tensor of unknown rank and a scalar look the same from here, so neither is believed to be a scalar.
    private static Fact Fact(NodeMetadata metadata) => new()
    {
        Type = ElementTypes.Of((long)metadata.ElementDataType),
        Shape = metadata.Dimensions.Length == 0 ? null : [.. metadata.Dimensions.Select(d => d < 0 ? TensorShape.Unknown : (long)d)],
    };

    private static TensorShapeProto Shape(IEnumerable<long> dimensions)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(dimensions.Select(d => new TensorShapeProto.Types.Dimension { DimValue = d }));
        return shape;
    }
}
