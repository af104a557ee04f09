using CsCheck;

namespace NarFormer.Encoding.Tests;

public sealed class PackedBatchTests
{
    private static readonly Gen<EncodedNetwork> Networks =
        from nodes in Gen.Int[1, 12]
        from features in Gen.Float[-3, 3].Array[nodes * 4]
        from edges in Gen.Select(Gen.Int[0, nodes - 1], Gen.Int[0, nodes - 1]).Array[0, 20]
        from statics in Gen.Float[-3, 3].Array[2]
        select new EncodedNetwork(nodes, features, [.. edges.Select(e => e.Item1)], [.. edges.Select(e => e.Item2)], statics);

    [Fact]
    public void Every_network_is_found_again_in_its_batch() => Networks.Array[1, 8].Sample(networks =>
    {
        var batch = PackedBatch.Of(networks);
        batch.GraphCount.ShouldBe(networks.Length);
        int node = 0, edge = 0;
        for (int g = 0; g < networks.Length; g++)
        {
            var network = networks[g];
            batch.NodeFeatures.AsSpan(node * 4, network.NodeCount * 4).SequenceEqual(network.NodeFeatures).ShouldBeTrue();
            batch.StaticFeatures.AsSpan(g * 2, 2).SequenceEqual(network.StaticFeatures).ShouldBeTrue();
            batch.GraphIndex.Skip(node).Take(network.NodeCount).ShouldAllBe(i => i == g);
            for (int e = 0; e < network.EdgeSources.Length; e++, edge++)
            {
                (batch.EdgeSources[edge] - node).ShouldBe(network.EdgeSources[e]);
                (batch.EdgeTargets[edge] - node).ShouldBe(network.EdgeTargets[e]);
            }

            node += network.NodeCount;
        }

        batch.NodeCount.ShouldBe(node);
        batch.EdgeSources.Length.ShouldBe(edge);
    }, iter: 200);

    [Fact]
    public void An_empty_batch_is_refused() => Should.Throw<ArgumentException>(() => PackedBatch.Of([]));

    [Fact]
    public void Networks_of_different_encodings_do_not_share_a_batch() =>
        Should.Throw<ArgumentException>(() => PackedBatch.Of([new EncodedNetwork(1, [1, 2], [], [], []), new EncodedNetwork(1, [1], [], [], [])]));

    [Fact]
    public void An_edge_to_a_node_that_is_not_there_is_refused() =>
        Should.Throw<ArgumentException>(() => new EncodedNetwork(1, [1], [0], [1], []));
}
