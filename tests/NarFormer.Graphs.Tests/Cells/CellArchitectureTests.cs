using NarFormer.Graphs.Cells;

namespace NarFormer.Graphs.Tests.Cells;

public sealed class CellArchitectureTests
{
    [Fact]
    public void Nodes_come_in_topological_order()
    {
        var cell = new CellArchitecture("mine", ["output", "b", "a", "input"], [(3, 2), (2, 1), (1, 0), (3, 0)]);
        cell.Operations.ShouldBe(["input", "a", "b", "output"]);
        cell.Edges.ShouldBe([(0, 1), (0, 3), (1, 2), (2, 3)]);
    }

    [Theory]
    [InlineData("input a", 0, 1, "output")]
    [InlineData("input input output", 0, 2, "has 2")]
    [InlineData("input a output", 0, 3, "outside")]
    [InlineData("input a output", 1, 1, "itself")]
    [InlineData("input a output", 1, 0, "into the input")]
    [InlineData("input a output", 2, 1, "out of the output")]
    public void A_wrong_cell_is_an_error_that_says_why(string operations, int source, int target, string why) =>
        Should.Throw<ArgumentException>(() => new CellArchitecture("mine", operations.Split(' '), [(source, target)])).Message.ShouldContain(why);

    [Fact]
    public void A_cycle_is_an_error() =>
        Should.Throw<ArgumentException>(() => new CellArchitecture("mine", ["input", "a", "b", "output"], [(0, 1), (1, 2), (2, 1), (2, 3)])).Message.ShouldContain("1 (a) → 2 (b) → 1 (a)");

    [Fact]
    public void A_longer_cycle_is_named_by_its_own_nodes() =>
        Should.Throw<ArgumentException>(() => new CellArchitecture("mine", ["input", "a", "b", "c", "d", "output"], [(0, 1), (1, 2), (2, 3), (3, 2), (3, 4), (4, 5)]))
            .Message.ShouldContain("2 (b) → 3 (c) → 2 (b)");

    [Fact]
    public void A_node_without_an_operation_is_an_error() =>
        Should.Throw<ArgumentException>(() => new CellArchitecture("mine", ["input", "", "output"], [(0, 1)])).Message.ShouldContain("node 1");

    [Fact]
    public void An_operation_that_the_space_does_not_have_is_named()
    {
        var cell = new CellArchitecture("nasbench201", ["input", "warp", "output"], [(0, 1)]);
        Should.Throw<ArgumentException>(() => CellSpace.NasBench201.Require(cell)).Message.ShouldContain("node 1 is 'warp'");
        CellSpace.NasBench201.NumberOf("none").ShouldBe(5);
        Should.Throw<ArgumentException>(() => CellSpace.Find("nasbench9")).Message.ShouldContain("nasbench101, nasbench201");
    }

    [Fact]
    public void A_doubled_edge_is_an_error() =>
        Should.Throw<ArgumentException>(() => new CellArchitecture("mine", ["input", "output"], [(0, 1), (0, 1)])).Message.ShouldContain("twice");
}
