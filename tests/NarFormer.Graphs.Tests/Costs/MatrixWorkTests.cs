using static NarFormer.Graphs.Tests.Costs.Sketch;

namespace NarFormer.Graphs.Tests.Costs;

public sealed class MatrixWorkTests
{
    [Theory]
    [InlineData("MatMul")]
    [InlineData("MatMulInteger")]
    public void A_batched_product_counts_every_matrix(string type) =>
        Cost(type, [Input("a", 2, 12, 7, 64), Input("b", 2, 12, 64, 9)], Computed("y", 2, 12, 7, 9)).Macs.ShouldBe(2L * 12 * 7 * 64 * 9);

    [Fact]
    public void A_vector_has_one_dimension_that_is_summed() =>
        Cost("MatMul", [Input("a", 64), Input("b", 64, 9)], Computed("y", 9)).Macs.ShouldBe(64 * 9);

    [Theory]
    [InlineData(0, new long[] { 5, 7 })]
    [InlineData(1, new long[] { 7, 5 })]
    public void Gemm_follows_its_transposition(long transposed, long[] left)
    {
        var cost = Cost("Gemm", [Input("a", left), Weight("b", 7, 3), Weight("c", 3)], Computed("y", 5, 3), Set("transA", transposed));
        cost.Macs.ShouldBe(5 * 7 * 3);
        cost.Flops.ShouldBe(2 * cost.Macs + 15);
    }

    [Theory]
    [InlineData("bij,bjk->bik", 2 * 3 * 4 * 5)]
    [InlineData(" b i j , b j k -> b i k ", 2 * 3 * 4 * 5)]
    [InlineData("...ij,...jk", 2 * 3 * 4 * 5)]
    [InlineData("bij,bjk->", 2 * 3 * 4 * 5)]
    [InlineData("bij,bjkl->bik", 0)]
    public void Einsum_multiplies_the_sizes_of_all_labels(string equation, long macs) =>
        Cost("Einsum", [Input("a", 2, 3, 4), Input("b", 2, 4, 5)], Computed("y", 2, 3, 5), Set("equation", equation)).Macs.ShouldBe(macs);

    [Fact]
    public void Einsum_of_one_operand_only_adds()
    {
        Cost("Einsum", [Input("a", 3, 4)], Computed("y", 3), Set("equation", "ij->i")).Flops.ShouldBe(12);
        Cost("Einsum", [Input("a", 3, 4)], Computed("y", 4, 3), Set("equation", "ij->ji")).Flops.ShouldBe(0);
    }
}
