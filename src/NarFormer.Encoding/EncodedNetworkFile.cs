using System.Text.Json;
using NarFormer.Encoding.Safetensors;

namespace NarFormer.Encoding;

/// <summary>
/// An encoded network as a safetensors file: <c>node_features</c> [nodes, features], <c>edge_index</c> [2, edges] and
/// <c>static_features</c> [static features]; the metadata name the encoding, the network and, as a JSON list, the nodes.
/// </summary>
public static class EncodedNetworkFile
{
    /// <summary>Makes the file of <paramref name="network"/>.</summary>
    /// <param name="network">The encoded network.</param>
    /// <param name="encoding">The encoding that made it.</param>
    /// <param name="name">The name of the network.</param>
    /// <returns>
    /// The file. With the paper's encoding the edges stand in both directions, ordered by source and then by target, as
    /// published; otherwise they stand as values flow.
    /// </returns>
    public static SafetensorsFile Of(EncodedNetwork network, INetworkEncoding encoding, string name)
    {
        long[] edges = encoding is PaperEncoding ? InBothDirections(network) : AsValuesFlow(network);
        var file = new SafetensorsFile();
        file.Tensors["node_features"] = SafetensorsTensor.Of(network.NodeFeatures, network.NodeCount, network.FeatureCount);
        file.Tensors["edge_index"] = SafetensorsTensor.Of(edges, 2, edges.Length / 2);
        file.Tensors["static_features"] = SafetensorsTensor.Of(network.StaticFeatures, network.StaticFeatures.Length);
        file.Metadata["encoding"] = encoding.Name;
        file.Metadata["network"] = name;
        file.Metadata["node_names"] = JsonSerializer.Serialize([.. network.NodeNames], TextListJson.Default.StringArray);
        return file;
    }

    private static long[] AsValuesFlow(EncodedNetwork network) =>
        [.. network.EdgeSources.Select(s => (long)s), .. network.EdgeTargets.Select(t => (long)t)];

    private static long[] InBothDirections(EncodedNetwork network)
    {
        var pairs = new SortedSet<(int Source, int Target)>();
        for (int e = 0; e < network.EdgeSources.Length; e++)
        {
            pairs.Add((network.EdgeSources[e], network.EdgeTargets[e]));
            pairs.Add((network.EdgeTargets[e], network.EdgeSources[e]));
        }

        return [.. pairs.Select(p => (long)p.Source), .. pairs.Select(p => (long)p.Target)];
    }
}
