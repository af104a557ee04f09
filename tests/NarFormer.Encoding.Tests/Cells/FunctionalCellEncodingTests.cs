using System.Security.Cryptography;
using System.Text;
using NarFormer.Encoding.Cells;
using NarFormer.Graphs.Cells;

namespace NarFormer.Encoding.Tests.Cells;

public sealed class FunctionalCellEncodingTests
{
    private const int Sizes = 7;
    private const int Counts = 4;
    private static readonly FunctionalCellEncoding Encoding = new(["input", "conv", "pool", "output"]);
    private static readonly string[] Nodes = ["input", "conv", "skip_connect", "conv", "output"];
    private static readonly (int Source, int Target)[] Edges = [(0, 1), (0, 2), (1, 3), (2, 3), (2, 4), (3, 4)];

    [Fact]
    public void Skip_connections_are_edges()
    {
        var cell = Encoding.Encode(Nodes, Edges);
        cell.NodeNames.ShouldBe(["input", "conv", "conv", "output"]);
        cell.EdgeSources.Zip(cell.EdgeTargets).ShouldBe([(0, 1), (0, 2), (0, 3), (1, 2), (2, 3)]);
        cell.NodeFeatures[(2 * Encoding.NodeFeatureCount)..(3 * Encoding.NodeFeatureCount)].ShouldBe([0, 1, 0, 0, 0, 1, 0.5f, 1, 0.5f, (float)Math.Log2(3) / 2, 0.5f]);
    }

    [Fact]
    public void Counts_ways_what_lies_on_them_and_what_joins()
    {
        float[] statics = Encoding.Encode(Nodes, Edges).StaticFeatures; // ways: both convolutions, the second alone, none
        statics[..Sizes].ShouldBe([2, 2.5f, 1, 2, 1, 1.5f, 0.5f]);
        float[] convolutions = [1, 1, 0, 0.5f];
        statics[(Sizes + Counts)..(Sizes + (2 * Counts))].ShouldBe(convolutions);
        statics[(Sizes + (5 * Counts))..(Sizes + (6 * Counts))].ShouldBe(convolutions);
        float[] pairs = statics[(Sizes + (6 * Counts))..];
        pairs[1].ShouldBe(1); // input to a convolution, twice
        pairs[3].ShouldBe(0.5f); // input to output
        pairs[5 + 1].ShouldBe(0.5f); // one convolution to the other
        pairs.Sum().ShouldBe(2.5f);
    }

    [Fact]
    public void A_value_that_is_added_twice_counts_twice_on_one_edge()
    {
        var cell = Encoding.Encode(["input", "skip_connect", "skip_connect", "conv", "output"], [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)]);
        cell.EdgeSources.Zip(cell.EdgeTargets).ShouldBe([(0, 1), (1, 2)]);
        cell.StaticFeatures[1].ShouldBe(1.5f);
    }

    [Fact]
    public void Cells_of_one_function_are_encoded_alike()
    {
        var late = NasBench201.Parse("|nor_conv_3x3~0|+|none~0|skip_connect~1|+|none~0|none~1|skip_connect~2|").Without(CellSpace.None);
        var direct = NasBench201.Parse("|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|").Without(CellSpace.None);
        ICellEncoding encoding = new FunctionalCellEncoding(CellSpace.NasBench201.Operations);
        var (one, other) = (encoding.Encode(late), encoding.Encode(direct));
        one.NodeFeatures.ShouldBe(other.NodeFeatures);
        one.StaticFeatures.ShouldBe(other.StaticFeatures);
        one.EdgeSources.ShouldBe(other.EdgeSources);
        one.EdgeTargets.ShouldBe(other.EdgeTargets);
    }

    [Fact]
    public void Input_and_output_that_nothing_joins_are_encoded() =>
        Encoding.Encode(["input", "output"], []).StaticFeatures.ShouldAllBe(f => float.IsFinite(f));

    [Fact]
    public void Is_frozen()
    {
        ICellEncoding encoding = new FunctionalCellEncoding(CellSpace.NasBench201.Operations);
        var text = new StringBuilder();
        foreach (var cell in NasBench201.All().Where((_, i) => i % 97 == 0))
        {
            var encoded = encoding.Encode(cell.Without(CellSpace.None));
            text.AppendJoin(' ', [.. encoded.EdgeSources, .. encoded.EdgeTargets]);
            foreach (float feature in (float[])[.. encoded.NodeFeatures, .. encoded.StaticFeatures]) text.Append(' ').Append((int)MathF.Round(feature * 1000));
            text.Append('\n');
        }

        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text.ToString())))[..16].ShouldBe("f0fa22a487022090");
    }

    [Fact]
    public void A_cycle_is_an_error() =>
        Should.Throw<ArgumentException>(() => Encoding.Encode(["input", "conv"], [(0, 1), (1, 0)])).Message.ShouldContain("cycle");
}
