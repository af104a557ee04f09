using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>The way from a model to a graph: flatten, infer, fold.</summary>
internal static class GraphReading
{
    private const long FirstIrWithDefaults = 4;

    public static NetworkGraph Read(ModelProto model, string name, OnnxReadOptions options, IReadOnlyList<string> externalWarnings)
    {
        if (model.Graph is null) throw new OnnxException("not an ONNX model: it has no graph");
        var flat = GraphFlattener.Flatten(model, options.Limits);
        var stored = Stored(flat, options.Limits);
        List<ValueInfoProto> inputs = [.. model.Graph.Input.Where(i => !stored.ContainsKey(i.Name)).DistinctBy(i => i.Name)];

        var resolution = Best(open => new InputReader(inputs, options, open), read => new ShapeResolution(model, flat, stored, read, options.Limits, options.Cancellation));
        resolution.Complete(options.Cancellation);

        var warnings = new ReadingWarnings(externalWarnings);
        warnings.AddOpset(model);
        warnings.AddInputs(resolution.Inputs);
        warnings.AddShapes(resolution.Inference);
        warnings.AddOperators(flat);
        var overridable = Overridable(model, stored);
        warnings.AddOverridable(overridable.Count);
        var assembly = new NetworkAssembly(flat, resolution.Facts, overridable, options.FoldConstants, [.. model.Graph.Output.Select(o => o.Name)]);
        return new NetworkGraph(name, ReadingWarnings.Opset(model), [.. inputs.Select(i => assembly.Tensor(i.Name))], assembly.Outputs(), assembly.Nodes(), warnings.Lines);
    }

    // Before version 4 of the IR every initializer had to be an input, so being one says nothing.
    private static HashSet<string> Overridable(ModelProto model, Dictionary<string, Fact> stored) =>
        model.IrVersion < FirstIrWithDefaults ? [] : [.. model.Graph.Input.Select(i => i.Name).Where(stored.ContainsKey)];

    private static Dictionary<string, Fact> Stored(FlatGraph flat, OnnxLimits limits)
    {
        var facts = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var (tensor, stored) in flat.Initializers) facts[tensor] = TensorValues.Read(stored, limits);
        foreach (var (tensor, stored) in flat.SparseInitializers)
            facts[tensor] = new Fact { Type = ElementTypes.Of(stored.Values?.DataType ?? 0), Shape = TensorValues.Shape(stored.Dims, tensor, limits), IsConstant = true };
        foreach (var (tensor, declared) in flat.SubgraphInputs) facts.TryAdd(tensor, DeclaredTypes.Read(declared));
        return facts;
    }

    // Sizes other than 1 are tried only where 1 contradicts the network.
    private static ShapeResolution Best(Func<OpenDimensions, InputReader> read, Func<InputReader, ShapeResolution> resolve)
    {
        var best = resolve(read(OpenDimensions.One));
        if (!best.Inputs.IsOpen) return best;
        var last = best.Inputs;
        foreach (var larger in OpenDimensions.Larger)
        {
            if (best.Inference.Contradictions.Count == 0) break;
            var inputs = read(larger);
            if (inputs.IsSameAs(last)) continue;
            last = inputs;
            var next = resolve(inputs);
            if (next.IsBetterThan(best)) best = next;
        }

        return best;
    }
}
