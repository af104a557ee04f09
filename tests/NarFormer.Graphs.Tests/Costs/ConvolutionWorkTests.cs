using static NarFormer.Graphs.Tests.Costs.Sketch;

namespace NarFormer.Graphs.Tests.Costs;

public sealed class ConvolutionWorkTests
{
    [Fact]
    public void Counts_batch_channels_groups_and_both_kernel_sides()
    {
        var cost = Cost("Conv", [Input("x", 2, 16, 10, 12), Weight("w", 32, 4, 3, 5)], Computed("y", 2, 32, 8, 8));
        cost.Macs.ShouldBe(2L * 32 * 8 * 8 * 4 * 3 * 5);
        cost.Flops.ShouldBe(2 * cost.Macs);
        cost.Parameters.ShouldBe(32 * 4 * 15);
    }

    [Fact]
    public void A_bias_adds_one_operation_to_each_output_element()
    {
        var cost = Cost("Conv", [Input("x", 1, 3, 8, 8), Weight("w", 4, 3, 1, 1), Weight("b", 4)], Computed("y", 1, 4, 8, 8));
        cost.Flops.ShouldBe(2 * 768 + 256);
        cost.Parameters.ShouldBe(16);
    }

    [Fact]
    public void A_transposed_convolution_counts_by_its_input()
    {
        var cost = Cost("ConvTranspose", [Input("x", 1, 8, 5, 5), Weight("w", 8, 6, 2, 2)], Computed("y", 1, 6, 10, 10));
        cost.Macs.ShouldBe(8L * 25 * 6 * 4);
    }

    [Fact]
    public void A_quantised_convolution_counts_like_a_plain_one()
    {
        NetworkTensor scale = Weight("s"), zero = Weight("z", ElementType.UInt8);
        NetworkTensor?[] inputs = [Input("x", 1, 3, 8, 8), scale, zero, Weight("w", ElementType.Int8, 4, 3, 3, 3), scale, zero, scale, zero, Weight("b", ElementType.Int32, 4)];
        var cost = Cost("QLinearConv", inputs, Computed("y", 1, 4, 6, 6));
        cost.Macs.ShouldBe(4L * 36 * 27);
        cost.Parameters.ShouldBe(4 * 27 + 4);
        cost.WeightBytes.ShouldBe(4 * 27 + 16);
    }

    [Fact]
    public void A_deformable_convolution_adds_its_interpolation()
    {
        var cost = Cost("DeformConv", [Input("x", 1, 2, 8, 8), Weight("w", 4, 2, 3, 3), Input("offset", 1, 18, 6, 6)], Computed("y", 1, 4, 6, 6));
        cost.Macs.ShouldBe(4L * 36 * 18);
        cost.Flops.ShouldBe(2 * cost.Macs + 8 * 36 * 18);
    }
}
