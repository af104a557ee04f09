using NarFormer.Encoding.Paper;
using NarFormer.Graphs;

namespace NarFormer.Encoding.Tests.Paper;

public sealed class PaperCostTests
{
    [Fact]
    public void A_convolution_ignores_the_batch_and_subtracts_one_operation_a_sum()
    {
        var cost = Of("Conv", [8, 16, 10, 10], [SampleGraphs.Tensor("x", TensorKind.Input, 8, 3, 10, 10), SampleGraphs.Tensor("w", TensorKind.Constant, 16, 3, 3, 3), SampleGraphs.Tensor("b", TensorKind.Constant, 16)]);
        cost.Flops.ShouldBe(16 * 100 * (2 * 27 - 1 + 1));
        cost.Parameters.ShouldBe(16 * 28);
        cost.MemoryAccess.ShouldBe(8 * 16 * 100 + 16 * 28);
    }

    [Fact]
    public void A_matrix_product_counts_nothing() =>
        Of("MatMul", [4, 5], [SampleGraphs.Tensor("x", TensorKind.Input, 4, 3), SampleGraphs.Tensor("w", TensorKind.Constant, 3, 5)]).ShouldBe(default);

    [Fact]
    public void Global_pooling_sees_only_the_width() =>
        Of("GlobalAveragePool", [2, 16, 1, 1], [SampleGraphs.Tensor("x", TensorKind.Input, 2, 16, 9, 7)]).Flops.ShouldBe(16 * 7);

    [Fact]
    public void Softmax_counts_dimensions_for_elements() =>
        Of("Softmax", [1, 1000], [SampleGraphs.Tensor("x", TensorKind.Input, 1, 1000)]).Flops.ShouldBe(2 + 1 + 2);

    [Fact]
    public void Gemm_reads_the_weight_as_it_lies()
    {
        var cost = Of("Gemm", [1, 5], [SampleGraphs.Tensor("x", TensorKind.Input, 1, 3), SampleGraphs.Tensor("w", TensorKind.Constant, 5, 3)], ("transB", new AttributeValue.Integer(1)));
        cost.Flops.ShouldBe(5 * (2 * 3 - 1));
        cost.Parameters.ShouldBe(15);
    }

    [Fact]
    public void What_the_published_encoder_cannot_count_is_refused_by_name() =>
        Should.Throw<NotSupportedException>(() => Of("ConvTranspose", [1, 5, 4, 4], [])).Message.ShouldContain("'node'");

    private static PaperCost Of(string type, long[] output, NetworkTensor[] inputs, params (string, AttributeValue)[] attributes)
    {
        var node = SampleGraphs.Node(type, "node", new TensorShape(output), inputs, attributes);
        return PaperCost.Of(new NetworkGraph("one", 13, [], [node.Outputs[0]!], [node], []));
    }
}
