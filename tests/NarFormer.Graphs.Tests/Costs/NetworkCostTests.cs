using NarFormer.Graphs.Costs;
using static NarFormer.Graphs.Tests.Costs.Sketch;

namespace NarFormer.Graphs.Tests.Costs;

public sealed class NetworkCostTests
{
    [Fact]
    public void A_shared_weight_is_counted_once_in_total_and_at_each_node()
    {
        var weight = Weight("w", 8, 8);
        NetworkTensor x = Input("x", 2, 8), y = Computed("y", 2, 8);
        var cost = NetworkCost.Of(Graph(Node("MatMul", [x, weight], y), Node("MatMul", [y, weight], Computed("z", 2, 8))));
        cost.Parameters.ShouldBe(64);
        cost.WeightBytes.ShouldBe(256);
        cost.Nodes.Select(n => n.Parameters).ShouldBe([64, 64]);
        cost.MemoryBytes.ShouldBe(2 * (256 + 64 + 64));
    }

    [Fact]
    public void Constants_that_steer_are_not_weights()
    {
        var sizes = new NetworkTensor("sizes", TensorKind.Constant, ElementType.Int64, new TensorShape(4)) { IntegerValues = [1, 2, 8, 8] };
        var cost = NetworkCost.Of(Graph(Node("Resize", [Input("x", 1, 2, 4, 4), null, Weight("scales", 4), sizes], Computed("y", 1, 2, 8, 8))));
        cost.Parameters.ShouldBe(0);
        Cost("Div", [Input("x", 4), Weight("scalar")], Computed("y", 4)).Parameters.ShouldBe(0);
        Cost("Gather", [Input("x", 4), Weight("indices", ElementType.Int32, 4)], Computed("y", 4)).Parameters.ShouldBe(0);
    }

    [Fact]
    public void An_input_given_twice_is_read_once()
    {
        var x = Input("x", 4);
        Cost("Mul", [x, x], Computed("y", 4)).InputBytes.ShouldBe(16);
    }

    [Fact]
    public void A_look_up_moves_only_what_it_gives()
    {
        var indices = new NetworkTensor("i", TensorKind.Input, ElementType.Int64, new TensorShape(2));
        var cost = Cost("Gather", [Weight("table", 1000, 8), indices], Computed("y", 2, 8));
        cost.WeightBytes.ShouldBe(32_000);
        cost.MemoryBytes.ShouldBe(64 + 16 + 64);
    }

    [Fact]
    public void Peak_activations_are_those_that_live_at_once()
    {
        NetworkTensor x = Input("x", 10), a = Computed("a", 100), b = Computed("b", 30), c = Computed("c", 5);
        var cost = NetworkCost.Of(Graph(Node("Tile", [x], a), Node("Slice", [a], b), Node("Slice", [b], c)));
        cost.PeakActivationBytes.ShouldBe(4 * (10 + 100 + 30));
    }

    [Fact]
    public void A_value_read_later_stays_alive()
    {
        NetworkTensor x = Input("x", 1), a = Computed("a", 10), b = Computed("b", 10), c = Computed("c", 10);
        var cost = NetworkCost.Of(Graph(Node("Tile", [x], a), Node("Relu", [a], b), Node("Relu", [b], c), Node("Add", [c, a], Computed("d", 10))));
        cost.PeakActivationBytes.ShouldBe(4 * (1 + 30));
    }

    [Fact]
    public void Unknown_shapes_count_nothing_and_are_reported()
    {
        var y = new NetworkTensor("y", TensorKind.Computed, ElementType.Float32, null);
        var cost = NetworkCost.Of(Graph(Node("Conv", [Input("x", 1, 3, 8, 8), Weight("w", 4, 3, 3, 3)], y)));
        cost.Macs.ShouldBe(0);
        cost.Parameters.ShouldBe(108);
        cost.NodesWithoutShape.ShouldBe(1);
    }

    [Fact]
    public void Unknown_operators_are_named()
    {
        var node = new NetworkNode { Name = "n", Operator = "Fancy", Domain = "my.domain", Inputs = [Input("x", 4)], Outputs = [Computed("y", 4)] };
        NetworkCost.Of(Graph(node)).UnknownOperators.ShouldBe(["my.domain::Fancy"]);
    }

    [Fact]
    public void Counts_that_do_not_fit_stay_at_the_largest_number()
    {
        const long Huge = 1L << 31;
        var cost = NetworkCost.Of(Graph(Node("MatMul", [Input("a", Huge, Huge), Input("b", Huge, Huge)], Computed("y", Huge, Huge))));
        cost.Macs.ShouldBe(long.MaxValue);
        cost.Flops.ShouldBe(long.MaxValue);
        cost.MemoryBytes.ShouldBe(long.MaxValue);
    }
}
