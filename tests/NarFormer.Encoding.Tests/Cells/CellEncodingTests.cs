using NarFormer.Encoding.Cells;

namespace NarFormer.Encoding.Tests.Cells;

public sealed class CellEncodingTests
{
    private static readonly CellEncoding Encoding = new(["input", "conv", "pool", "output"]);
    private static readonly string[] Nodes = ["input", "conv", "pool", "conv", "output"];
    private static readonly (int Source, int Target)[] Edges = [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (0, 4)];

    [Fact]
    public void Counts_ways_and_what_lies_on_them()
    {
        var cell = Encoding.Encode(Nodes, Edges);
        float[] statics = cell.StaticFeatures;
        statics[..6].ShouldBe([5 / 4f, 6 / 4f, 0.5f, 1, 0.5f, 0]);
        statics[9..12].ShouldBe([0.5f, 0.5f, 0]); // two convolutions, both on one way, none on the direct one
        statics[12..15].ShouldBe([0.25f, 0.25f, 0]);
        cell.NodeFeatures[..Encoding.NodeFeatureCount].ShouldBe([1, 0, 0, 0, 0, 0, 0.75f, 0, 0.75f, 0.25f, 0.5f]);
    }

    [Fact]
    public void Does_not_see_the_order_of_nodes()
    {
        int[] place = [4, 2, 0, 1, 3];
        string[] nodes = new string[Nodes.Length];
        for (int n = 0; n < place.Length; n++) nodes[place[n]] = Nodes[n];
        var cell = Encoding.Encode(Nodes, Edges);
        var moved = Encoding.Encode(nodes, [.. Edges.Select(e => (place[e.Source], place[e.Target]))]);
        moved.StaticFeatures.ShouldBe(cell.StaticFeatures);
        int width = Encoding.NodeFeatureCount;
        for (int n = 0; n < place.Length; n++)
            moved.NodeFeatures[(place[n] * width)..((place[n] + 1) * width)].ShouldBe(cell.NodeFeatures[(n * width)..((n + 1) * width)]);
    }

    [Fact]
    public void An_unknown_operation_has_a_place_of_its_own() =>
        Encoding.Encode(["input", "warp", "output"], [(0, 1), (1, 2)]).NodeFeatures[Encoding.NodeFeatureCount + 4].ShouldBe(1);

    [Fact]
    public void A_cycle_is_an_error() =>
        Should.Throw<ArgumentException>(() => Encoding.Encode(["input", "conv"], [(0, 1), (1, 0)])).Message.ShouldContain("cycle");
}
