using NarFormer.Graphs.Cells;

namespace NarFormer.Graphs.Tests.Cells;

public sealed class NasBench101Tests
{
    [Fact]
    public void There_are_423624_cells()
    {
        int count = 0, edges = 0;
        foreach (var cell in NasBench101.All())
        {
            count++;
            edges = Math.Max(edges, cell.Edges.Count);
        }

        count.ShouldBe(423_624);
        edges.ShouldBe(9);
    }

    [Fact]
    public void No_two_cells_have_the_same_hash()
    {
        string[] hashes = [.. NasBench101.All().TakeWhile(c => c.Operations.Count <= 6).Select(NasBench101Hash.Of)];
        hashes.Distinct().Count().ShouldBe(hashes.Length);
    }

    [Fact]
    public void The_hash_does_not_see_the_order_of_nodes()
    {
        var cell = new CellArchitecture("nasbench101", ["input", "maxpool3x3", "conv3x3-bn-relu", "output"], [(0, 1), (0, 2), (1, 3), (2, 3)]);
        var other = new CellArchitecture("nasbench101", ["input", "conv3x3-bn-relu", "maxpool3x3", "output"], [(0, 1), (0, 2), (1, 3), (2, 3)]);
        NasBench101Hash.Of(cell).ShouldBe(NasBench101Hash.Of(other));
        NasBench101Hash.Of(cell).ShouldNotBe(NasBench101Hash.Of(new CellArchitecture("nasbench101", ["input", "maxpool3x3", "output"], [(0, 1), (1, 2)])));
    }

    [Fact]
    public void The_hash_is_the_official_one()
    {
        NasBench101Hash.Of(NasBench101.OfTriangle("111011", ["input", "conv3x3-bn-relu", "conv1x1-bn-relu", "output"])).ShouldBe("675777ecb1daff61b6917d833406cb82");
        NasBench101Hash.Of(NasBench101.OfTriangle("110101", ["input", "maxpool3x3", "maxpool3x3", "output"])).ShouldBe("001a6fcc8b38cbc515be788a86bdc804");
    }

    [Fact]
    public void What_lies_on_no_way_does_not_count()
    {
        string[] operations = ["input", "maxpool3x3", "conv3x3-bn-relu", "conv1x1-bn-relu", "output"];
        var cell = NasBench101.OfTriangle("1010100001", operations);
        var pruned = cell.Without();
        pruned.Operations.ShouldBe(["input", "conv1x1-bn-relu", "output"]);
        pruned.Edges.ShouldBe([(0, 1), (1, 2)]);
        NasBench101Hash.Of(cell).ShouldBe(NasBench101Hash.Of(pruned));
    }

    [Fact]
    public void A_matrix_and_its_triangle_are_the_same_cell()
    {
        string[] operations = ["input", "maxpool3x3", "conv3x3-bn-relu", "output"];
        var cell = NasBench101.OfMatrix("0110000100010000", operations, "a");
        cell.Id.ShouldBe("a");
        cell.Edges.ShouldBe([(0, 1), (0, 2), (1, 3), (2, 3)]);
        NasBench101.OfTriangle("110011", operations).Edges.ShouldBe(cell.Edges);
    }

    [Theory]
    [InlineData("11001", "not the upper triangle")]
    [InlineData("11002x", "not the upper triangle")]
    public void A_triangle_that_does_not_fit_is_an_error(string bits, string why) =>
        Should.Throw<FormatException>(() => NasBench101.OfTriangle(bits, ["input", "maxpool3x3", "maxpool3x3", "output"])).Message.ShouldContain(why);

    [Fact]
    public void A_matrix_that_does_not_fit_is_an_error() =>
        Should.Throw<FormatException>(() => NasBench101.OfMatrix("010", ["input", "output"])).Message.ShouldContain("2 × 2");

    [Fact]
    public void What_the_space_does_not_have_is_an_error()
    {
        Should.Throw<ArgumentException>(() => NasBench101.OfTriangle("101", ["input", "warp", "output"])).Message.ShouldContain("'warp'");
        Should.Throw<ArgumentException>(() => NasBench101.OfTriangle("1111111111", ["input", .. Enumerable.Repeat("maxpool3x3", 3), "output"])).Message.ShouldContain("10 edges");
        string chain = string.Concat(Enumerable.Range(0, 7).Select(n => "1" + new string('0', 6 - n)));
        Should.Throw<ArgumentException>(() => NasBench101.OfTriangle(chain, ["input", .. Enumerable.Repeat("maxpool3x3", 6), "output"])).Message.ShouldContain("8 nodes");
    }

    [Fact]
    public void A_cell_without_a_way_has_no_hash() =>
        Should.Throw<ArgumentException>(() => NasBench101Hash.Of(NasBench101.OfTriangle("100", ["input", "maxpool3x3", "output"]))).Message.ShouldContain("no way");
}
