namespace NarFormer.Onnx;

/// <summary>Bounds on what a file may ask of its reader. Going past one is an <see cref="OnnxException"/>.</summary>
public sealed record OnnxLimits
{
    private const int MessagesPerSubgraph = 4;

    /// <summary>The default limits.</summary>
    public static OnnxLimits Default { get; } = new();

    /// <summary>Bytes of the file without its weights and comments, and characters of the names that writing functions and subgraphs out makes. Default 32 MB.</summary>
    public long StructureBytes { get; init; } = 32L << 20;

    /// <summary>Nodes and calls, those inside functions and subgraphs included. Default 100,000.</summary>
    public int Nodes { get; init; } = 100_000;

    /// <summary>How deep subgraphs and functions may nest. Default 32.</summary>
    public int Nesting { get; init; } = 32;

    /// <summary>Dimensions of a tensor. Default 32.</summary>
    public int Rank { get; init; } = 32;

    /// <summary>How deep messages may nest: a subgraph lies in an attribute of a node of a graph.</summary>
    internal int Messages => Nesting * MessagesPerSubgraph;
}
