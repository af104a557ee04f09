using NarFormer.Graphs;
using NarFormer.Measurement.Profiling;
using NarFormer.Onnx;
using NarFormer.Onnx.Schema;
using NarFormer.Testing;

namespace NarFormer.Measurement.Tests.Profiling;

public sealed class KernelMatchingTests
{
    [Fact]
    public void A_fused_kernel_has_all_that_it_fuses()
    {
        var network = Network(Node("Conv", "c", "x"), Node("Relu", "r", "c"), Node("Sigmoid", "s", "r"));
        var groups = KernelMatching.Of(network, Profile(("c_node", Fused("FusedConv", "c_node", "r", "x")), ("s_node", Fused("Sigmoid", "s_node", "s", "r"))));
        groups.Select(g => g.Nodes).ShouldBe([[0, 1], [2]]);
    }

    [Fact]
    public void A_pattern_goes_with_the_kernel_that_gives_its_end()
    {
        var network = Network(
            Node("ReduceMean", "mean", "x"), Node("Sub", "centred", "x", "mean"), Node("Mul", "square", "centred", "centred"), Node("ReduceMean", "variance", "square"),
            Node("Sqrt", "root", "variance"), Node("Div", "normal", "centred", "root"), Node("Relu", "y", "normal"));
        var groups = KernelMatching.Of(network, Profile(("LayerNormalization_token_1", Fused("LayerNormalization", "LayerNormalization_token_1", "normal", "x")), ("y_node", Fused("Relu", "y_node", "y", "normal"))));
        groups.Select(g => g.Nodes).ShouldBe([[0, 1, 2, 3, 4, 5], [6]]);
    }

    [Fact]
    public void A_convolution_in_blocked_layout_has_the_addition_and_activation_that_it_took_in()
    {
        var network = Network(Node("Conv", "a", "x"), Node("Conv", "b", "a"), Node("Add", "sum", "b", "a"), Node("Relu", "r", "sum"), Node("Conv", "c", "r"));
        var fused = Blocked("b_nchwc", "reorder_2", "reorder_1", "w", "bias", "reorder_1");
        fused.Attribute.Add(new AttributeProto { Name = "activation" });
        var groups = KernelMatching.Of(network, Profile(
            ("reorder", Fused("ReorderInput", "reorder", "reorder_0", "x")), ("a_nchwc", Blocked("a_nchwc", "reorder_1", "reorder_0", "w")),
            ("b_nchwc", fused), ("c_nchwc_token_7", Blocked("c_nchwc_token_7", "reorder_3", "reorder_2", "w")), ("back", Fused("ReorderOutput", "back", "c_out", "reorder_3"))));
        groups.Select(g => g.Nodes).ShouldBe([[], [0], [1, 2, 3], [4], []]);
    }

    [Fact]
    public void A_matrix_product_has_its_addition_and_the_reshapes_around_it_have_nothing()
    {
        var network = Network(Node("MatMul", "product", "x"), Node("Add", "sum", "product"), Node("Sigmoid", "s", "sum"), Node("Mul", "y", "sum", "s"));
        var groups = KernelMatching.Of(network, Profile(
            ("gemm_input_reshape", Fused("Reshape", "gemm_input_reshape", "flat", "x")), ("product_node/MatMulAddFusion", Fused("Gemm", "product_node/MatMulAddFusion", "flat_sum", "flat")),
            ("gemm_output_reshape", Fused("Reshape", "gemm_output_reshape", "sum", "flat_sum")), ("y_node/QuickGeluFusion/", Fused("QuickGelu", "y_node/QuickGeluFusion/", "other", "sum"))));
        groups.Select(g => g.Nodes).ShouldBe([[], [0, 1], [], [2, 3]]);
    }

    [Fact]
    public void What_the_runtime_takes_away_goes_with_its_reader_or_with_what_it_reads()
    {
        var network = Network(Node("Relu", "a", "x"), Node("Flatten", "flat", "a"), Node("Gemm", "g", "flat"), Node("Identity", "y", "g"));
        var groups = KernelMatching.Of(network, Profile(("a_node", Fused("Relu", "a_node", "a", "x")), ("g_node", Fused("Gemm", "g_node", "other", "a"))));
        groups.Select(g => g.Nodes).ShouldBe([[0], [1, 2, 3]]);
    }

    [Theory]
    [InlineData("resnet-1003.onnx")]
    [InlineData("efficientnet-1001.onnx")]
    [InlineData("vit-1003.onnx")]
    public void Every_operation_of_a_real_network_has_one_kernel_and_most_kernels_have_operations(string sample)
    {
        string path = Path.Combine(SharedData.Repository(), "samples", sample);
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
        var network = new OnnxReader().Read(model, sample);
        var profile = new KernelProfiler().Profile(model, sample, runs: 2, TestContext.Current.CancellationToken);
        var groups = KernelMatching.Of(network, profile);
        groups.SelectMany(g => g.Nodes).Order().ShouldBe(Enumerable.Range(0, network.Nodes.Count));
        string[] added = ["ReorderInput", "ReorderOutput", "Reshape", "Transpose"];
        groups.Where(g => g.Nodes.Count == 0).Select(g => g.Kernel.Operator).Except(added, StringComparer.Ordinal).ShouldBeEmpty();
        groups.Max(g => g.Nodes.Count).ShouldBeLessThan(25);
    }

    private static ProfiledNetwork Profile(params (string Name, NodeProto Node)[] kernels) => new(
        [.. kernels.Select(k => new KernelTime(k.Name, k.Node.OpType, [], [], 1))],
        new ModelProto { Graph = new GraphProto { Node = { kernels.Select(k => k.Node) } } });

    private static NodeProto Fused(string operation, string name, string output, params string[] inputs) =>
        new() { OpType = operation, Name = name, Domain = "com.microsoft", Input = { inputs }, Output = { output } };

    private static NodeProto Blocked(string name, string output, params string[] inputs) =>
        new() { OpType = "Conv", Name = name, Domain = "com.microsoft.nchwc", Input = { inputs }, Output = { output } };

    private static NetworkNode Node(string operation, string output, params string[] inputs) => new()
    {
        Name = output + "_node",
        Operator = operation,
        Inputs = [.. inputs.Select(Tensor)],
        Outputs = [Tensor(output)],
    };

    private static NetworkTensor Tensor(string name) => new(name, name == "x" ? TensorKind.Input : TensorKind.Computed, ElementType.Float32, new TensorShape(1, 8));

    private static NetworkGraph Network(params NetworkNode[] nodes) => new("network", 17, [Tensor("x")], [nodes[^1].Outputs[0]!], nodes, []);
}
