using NarFormer.Graphs;

namespace NarFormer.Encoding;

/// <summary>Turns a network into numbers. Implementations hold no state that changes and may be shared between threads.</summary>
public interface INetworkEncoding
{
    /// <summary>The name under which predictors refer to this encoding, with its version, for example <c>universal-3</c>.</summary>
    string Name { get; }

    /// <summary>Features of one node.</summary>
    int NodeFeatureCount { get; }

    /// <summary>Features of a network as a whole.</summary>
    int StaticFeatureCount { get; }

    /// <summary>Whether constants may be folded when the network is read; false if the encoding has to see the nodes that make constants.</summary>
    bool FoldsConstants { get; }

    /// <summary>The place of the node feature <paramref name="name"/>, counted from 0; null if there is none of that name.</summary>
    int? NodeFeature(string name) => null;

    /// <summary>Encodes <paramref name="graph"/>.</summary>
    /// <exception cref="ArgumentException">The graph has no nodes.</exception>
    EncodedNetwork Encode(NetworkGraph graph);
}
