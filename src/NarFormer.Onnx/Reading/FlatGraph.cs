using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>A model as one list of nodes: functions written out where they are called, subgraphs before their control-flow node.</summary>
internal sealed class FlatGraph
{
    /// <summary>The nodes, every one after those it reads from.</summary>
    public required IReadOnlyList<GraphNode> Nodes { get; init; }

    /// <summary>Stored tensors under their flat names.</summary>
    public required IReadOnlyDictionary<string, TensorProto> Initializers { get; init; }

    /// <summary>Stored sparse tensors under their flat names.</summary>
    public required IReadOnlyDictionary<string, SparseTensorProto> SparseInitializers { get; init; }

    /// <summary>Inputs of subgraphs that nothing outside stands for, with their declared types.</summary>
    public required IReadOnlyDictionary<string, ValueInfoProto> SubgraphInputs { get; init; }
}
