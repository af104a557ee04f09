using NarFormer.Encoding;
using NarFormer.Training.Fitting;

namespace NarFormer.Training.Tests.Fitting;

public sealed class SplicingTests
{
    private static readonly EncodedNetwork[] Networks = [.. Enumerable.Range(1, 200).Select(nodes => new EncodedNetwork(1 + (nodes % 3), new float[1 + (nodes % 3)], [], [], []))];
    private static readonly bool[] Odd = [.. Enumerable.Range(1, 200).Select(i => i % 2 == 1)];

    [Fact]
    public void Every_node_of_a_spliced_network_gets_an_edge_from_and_to_another_network()
    {
        var edges = new Splicing(1, seed: 1).Edges(Networks, Odd, step: 3);
        edges.Count.ShouldBe(2 * Networks.Where((_, i) => Odd[i]).Sum(n => n.NodeCount));
        int[] graphs = [.. Networks.SelectMany((n, i) => Enumerable.Repeat(i, n.NodeCount))];
        edges.ShouldAllBe(e => graphs[e.Source] != graphs[e.Target] && (Odd[graphs[e.Source]] || Odd[graphs[e.Target]]));
    }

    [Fact]
    public void A_share_of_the_networks_is_spliced() =>
        new Splicing(0.5, seed: 1).Edges(Networks, Odd, step: 3).Count.ShouldBeInRange(120, 280);

    [Fact]
    public void A_network_alone_in_its_step_stays_as_it_is() =>
        new Splicing(1, seed: 1).Edges(Networks[..1], [true], step: 3).ShouldBeEmpty();

    [Fact]
    public void The_same_step_has_the_same_edges_and_another_step_others()
    {
        var splicing = new Splicing(0.5, seed: 1);
        splicing.Edges(Networks, Odd, step: 5).ShouldBe(splicing.Edges(Networks, Odd, step: 5));
        splicing.Edges(Networks, Odd, step: 5).ShouldNotBe(splicing.Edges(Networks, Odd, step: 6));
    }

    [Fact]
    public void Spliced_edges_are_packed_behind_those_of_the_networks()
    {
        var batch = PackedBatch.Of([new EncodedNetwork(2, [1, 2], [0], [1], []), new EncodedNetwork(1, [3], [], [], [])], [(2, 0)]);
        batch.EdgeSources.ShouldBe([0, 2]);
        batch.EdgeTargets.ShouldBe([1, 0]);
    }

    [Fact]
    public void An_edge_to_a_node_that_is_not_there_is_refused() =>
        Should.Throw<ArgumentException>(() => PackedBatch.Of([new EncodedNetwork(1, [3], [], [], [])], [(0, 1)])).Message.ShouldContain("outside 0..0");
}
