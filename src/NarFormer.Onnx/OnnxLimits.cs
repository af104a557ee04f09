namespace NarFormer.Onnx;

/// <summary>Bounds on what a file may ask of its reader. Going past one is an <see cref="OnnxException"/>.</summary>
public sealed record OnnxLimits
{
    /// <summary>Bytes of the file without its weights. Default 256 MB.</summary>
    public long StructureBytes { get; init; } = 256L << 20;

    /// <summary>Nodes, those of functions and subgraphs included. Default 500,000.</summary>
    public int Nodes { get; init; } = 500_000;

    /// <summary>How deep messages, subgraphs and functions may nest. Default 64.</summary>
    public int Nesting { get; init; } = 64;

    /// <summary>Dimensions of a tensor. Default 64.</summary>
    public int Rank { get; init; } = 64;
}
