using NarFormer.Graphs;
using NarFormer.Onnx.Schema;
using NarFormer.Onnx.Shapes;

namespace NarFormer.Onnx.Reading;

/// <summary>Finds the shapes of a flat graph for one choice of input shapes: by rules, from the file, from ONNX Runtime.</summary>
internal sealed class ShapeResolution
{
    private const int Rounds = 3;

    private readonly ModelProto _model;
    private readonly OnnxLimits _limits;

    public ShapeResolution(ModelProto model, FlatGraph flat, IReadOnlyDictionary<string, Fact> stored, InputReader inputs, OnnxLimits limits, CancellationToken cancellation)
    {
        _model = model;
        _limits = limits;
        Inputs = inputs;
        Facts = new Dictionary<string, Fact>(stored, StringComparer.Ordinal);
        foreach (var (name, fact) in inputs.Facts) Facts[name] = fact;
        Inference = new ShapeInference(flat, Facts, inputs.Batch, limits);
        Inference.Run(cancellation);
    }

    /// <summary>What the inputs are.</summary>
    public InputReader Inputs { get; }

    /// <summary>What is known of each tensor.</summary>
    public Dictionary<string, Fact> Facts { get; }

    /// <summary>The rules at work.</summary>
    public ShapeInference Inference { get; }

    /// <summary>Whether these shapes say more about the network than those of <paramref name="other"/>.</summary>
    public bool IsBetterThan(ShapeResolution other) => Inference.Unresolved.Count < other.Inference.Unresolved.Count;

    /// <summary>Fills what the rules leave open: with what the file declares, then with what ONNX Runtime infers.</summary>
    public void Complete(CancellationToken cancellation)
    {
        int open = Inference.Unresolved.Count;
        if (open == 0) return;
        if (Inputs.Batch is null)
        {
            foreach (var declared in _model.Graph.ValueInfo.Concat(_model.Graph.Output)) Help(declared.Name, DeclaredTypes.Read(declared));
            Inference.Run(cancellation);
        }

        for (int round = 0; round < Rounds && Inference.Unresolved is { Count: > 0 } unresolved; round++)
        {
            foreach (var (name, fact) in Excerpt.Infer(_model, unresolved, Facts)) Help(name, fact);
            Inference.Run(cancellation);
            if (Inference.Unresolved.Count == unresolved.Count) break;
        }
    }

    private void Help(string name, Fact fact)
    {
        if ((fact.Type == ElementType.Undefined && fact.Shape is null) || fact.Shape?.Length > _limits.Rank) return;
        if (!Inference.Known.TryGetValue(name, out var known) || (fact.IsKnown && !known.IsKnown)) Inference.Known[name] = fact;
    }
}
