using static NarFormer.Graphs.Tests.Costs.Sketch;

namespace NarFormer.Graphs.Tests.Costs;

public sealed class ElementWorkTests
{
    [Theory]
    [InlineData("Relu", 1)]
    [InlineData("Clip", 2)]
    [InlineData("Sigmoid", 4)]
    [InlineData("HardSwish", 5)]
    [InlineData("Softmax", 5)]
    [InlineData("LayerNormalization", 7)]
    [InlineData("Transpose", 0)]
    [InlineData("Reshape", 0)]
    public void An_operator_has_a_fixed_number_of_operations_for_each_element(string type, int flops)
    {
        var cost = Cost(type, [Input("x", 2, 3, 4)], Computed("y", 2, 3, 4));
        cost.Flops.ShouldBe(24 * flops);
        cost.Macs.ShouldBe(0);
    }

    [Fact]
    public void A_reduction_counts_what_it_reads() =>
        Cost("GlobalAveragePool", [Input("x", 1, 64, 7, 7)], Computed("y", 1, 64, 1, 1)).Flops.ShouldBe(64 * 49);

    [Fact]
    public void Pooling_counts_its_windows() =>
        Cost("MaxPool", [Input("x", 1, 64, 8, 8)], Computed("y", 1, 64, 4, 4), Set("kernel_shape", 3, 2)).Flops.ShouldBe(64 * 16 * 6);

    [Fact]
    public void Resizing_counts_the_neighbours_that_are_mixed()
    {
        Cost("Resize", [Input("x", 1, 2, 4, 4)], Computed("y", 1, 2, 8, 8), Set("mode", "linear")).Flops.ShouldBe(128 * 2 * 4);
        Cost("Resize", [Input("x", 1, 2, 4, 4)], Computed("y", 1, 2, 8, 8), Set("mode", "nearest")).Flops.ShouldBe(0);
    }

    [Fact]
    public void A_sum_of_many_counts_each_addition() =>
        Cost("Sum", [Input("a", 4), Input("b", 4), Input("c", 4)], Computed("y", 4)).Flops.ShouldBe(8);
}
