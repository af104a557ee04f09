using System.Security.Cryptography;
using Google.Protobuf;
using NarFormer.Onnx.Schema;

namespace NarFormer.Datasets;

/// <summary>A short name for the exact bytes of a network's file.</summary>
public static class NetworkHash
{
    private const int Digits = 16;

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of <paramref name="bytes"/>.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..Digits];

    /// <summary>The hash of <paramref name="model"/> without what only names it: equal for networks that are the same.</summary>
    public static string OfGraph(ModelProto model)
    {
        var graph = model.Graph.Clone();
        graph.Name = "";
        return Of(graph.ToByteArray());
    }
}
