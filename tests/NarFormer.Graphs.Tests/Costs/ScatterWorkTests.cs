using NarFormer.Graphs.Costs;
using static NarFormer.Graphs.Tests.Costs.Sketch;

namespace NarFormer.Graphs.Tests.Costs;

public sealed class ScatterWorkTests
{
    [Theory]
    [InlineData("none", 0)]
    [InlineData("add", 2 * 30 * 8)]
    public void Scattering_works_only_where_it_reduces(string reduction, long flops) => Scatter(Input("x", 2, 10, 8), reduction).Flops.ShouldBe(flops);

    [Fact]
    public void The_zeros_that_messages_are_added_to_are_no_weights() => Scatter(Weight("zeros", 2, 10, 8), "add").Parameters.ShouldBe(0);

    private static NodeCost Scatter(NetworkTensor data, string reduction) => Cost(
        "ScatterElements",
        [data, new NetworkTensor("targets", TensorKind.Input, ElementType.Int64, new TensorShape([2, 30, 8])), Input("messages", 2, 30, 8)],
        Computed("y", 2, 10, 8),
        Set("axis", 1), Set("reduction", reduction));
}
