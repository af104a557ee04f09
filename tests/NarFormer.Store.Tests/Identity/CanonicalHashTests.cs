using CsCheck;
using NarFormer.Graphs;

namespace NarFormer.Store.Tests.Identity;

public sealed class CanonicalHashTests
{
    [Fact]
    public void A_hash_is_32_lower_case_hexadecimal_digits() =>
        NetworkSketch.Networks.Sample(nodes => CanonicalHash.Of(NetworkSketch.Build(nodes)) is { Length: 32 } hash && hash.All(char.IsAsciiHexDigitLower));

    [Fact]
    public void Names_and_the_order_of_nodes_do_not_count() =>
        Gen.Select(NetworkSketch.Networks, Gen.Int[1, 1000]).Sample((nodes, seed) =>
            CanonicalHash.Of(NetworkSketch.Build(nodes, "other/", seed)) == CanonicalHash.Of(NetworkSketch.Build(nodes)));

    [Fact]
    public void Another_operator_is_another_network() =>
        AnyChange((nodes, i) => nodes[i] with { Operator = nodes[i].Operator + 1 });

    [Fact]
    public void Another_attribute_is_another_network() =>
        AnyChange((nodes, i) => nodes[i] with { Attribute = nodes[i].Attribute + 1 });

    [Fact]
    public void Another_shape_is_another_network() =>
        AnyChange((nodes, i) => nodes[i] with { Channels = nodes[i].Channels + 1 });

    [Fact]
    public void One_more_input_is_another_network() =>
        AnyChange((nodes, i) => nodes[i] with { Sources = [.. nodes[i].Sources, -1] });

    // Nodes that are all different: else a moved edge can give the same network.
    [Fact]
    public void Another_edge_is_another_network() =>
        Gen.Select(NetworkSketch.Networks, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((sketch, at, to) =>
        {
            SketchedNode[] nodes = [.. sketch.Select((node, i) => node with { Attribute = i })];
            int moved = at % nodes.Length;
            int[] sources = [.. nodes[moved].Sources];
            int edge = to % sources.Length;
            int target = to % (moved + 1);
            if (sources[edge] == target) return true;
            sources[edge] = target;
            SketchedNode[] other = [.. nodes];
            other[moved] = nodes[moved] with { Sources = sources };
            return CanonicalHash.Of(NetworkSketch.Build(other)) != CanonicalHash.Of(NetworkSketch.Build(nodes));
        });

    [Fact]
    public void Another_output_is_another_network()
    {
        var network = NetworkSketch.Build([new(0, [0], 0, 1), new(1, [1], 0, 1)]);
        var other = new NetworkGraph(network.Name, network.Opset, network.Inputs, [network.Nodes[0].Outputs[0]!], network.Nodes, []);
        CanonicalHash.Of(other).ShouldNotBe(CanonicalHash.Of(network));
    }

    [Fact]
    public void A_value_made_once_is_not_a_value_made_twice()
    {
        var shared = NetworkSketch.Build([new(0, [0], 0, 1), new(0, [0], 0, 1), new(1, [1, 1], 0, 1), new(2, [2, 2], 0, 1), new(3, [3, 4], 0, 1)]);
        var crossed = NetworkSketch.Build([new(0, [0], 0, 1), new(0, [0], 0, 1), new(1, [1, 2], 0, 1), new(2, [1, 2], 0, 1), new(3, [3, 4], 0, 1)]);
        CanonicalHash.Of(crossed).ShouldNotBe(CanonicalHash.Of(shared));
    }

    [Fact]
    public void One_input_read_twice_is_not_two_inputs()
    {
        var one = new NetworkTensor("x", TensorKind.Input, ElementType.Float32, new TensorShape(1, 3));
        var two = one with { Name = "y" };
        CanonicalHash.Of(Sum(one, two, one, one)).ShouldNotBe(CanonicalHash.Of(Sum(one, two, one, two)));

        static NetworkGraph Sum(NetworkTensor x, NetworkTensor y, NetworkTensor left, NetworkTensor right)
        {
            var result = new NetworkTensor("z", TensorKind.Computed, ElementType.Float32, new TensorShape(1, 3));
            return new NetworkGraph("sum", 17, [x, y], [result], [new NetworkNode { Name = "n", Operator = "Add", Inputs = [left, right], Outputs = [result] }], []);
        }
    }

    [Fact]
    public void A_stored_integer_that_says_which_part_counts_and_a_stored_weight_does_not()
    {
        CanonicalHash.Of(Slice(ElementType.Int64, 0)).ShouldNotBe(CanonicalHash.Of(Slice(ElementType.Int64, 1)));
        CanonicalHash.Of(Slice(ElementType.Int32, 0)).ShouldBe(CanonicalHash.Of(Slice(ElementType.Int32, 1)));

        static NetworkGraph Slice(ElementType type, long start)
        {
            var input = new NetworkTensor("x", TensorKind.Input, ElementType.Float32, new TensorShape(1, 3));
            var result = new NetworkTensor("z", TensorKind.Computed, ElementType.Float32, new TensorShape(1, 2));
            var starts = new NetworkTensor("s", TensorKind.Constant, type, new TensorShape(1)) { IntegerValues = [start] };
            return new NetworkGraph("slice", 17, [input], [result], [new NetworkNode { Name = "n", Operator = "Slice", Inputs = [input, starts], Outputs = [result] }], []);
        }
    }

    [Fact]
    public void A_weight_that_the_caller_may_replace_makes_another_network()
    {
        CanonicalHash.Of(Product(overridable: true)).ShouldNotBe(CanonicalHash.Of(Product(overridable: false)));

        static NetworkGraph Product(bool overridable)
        {
            var input = new NetworkTensor("x", TensorKind.Input, ElementType.Float32, new TensorShape(1, 3));
            var result = new NetworkTensor("z", TensorKind.Computed, ElementType.Float32, new TensorShape(1, 2));
            var weight = new NetworkTensor("w", TensorKind.Constant, ElementType.Float32, new TensorShape(3, 2)) { IsOverridable = overridable };
            return new NetworkGraph("product", 17, [input], [result], [new NetworkNode { Name = "n", Operator = "MatMul", Inputs = [input, weight], Outputs = [result] }], []);
        }
    }

    [Fact]
    public void A_hash_never_changes()
    {
        // What is stored under a hash has to be found by later versions.
        var nodes = new SketchedNode[] { new(0, [0, -1], 1, 2), new(1, [1, 0], 2, 3) };
        CanonicalHash.Of(NetworkSketch.Build(nodes)).ShouldBe("4ca5699f2fae0a9186d4dffbd72528af");
    }

    private static void AnyChange(Func<SketchedNode[], int, SketchedNode> change) =>
        Gen.Select(NetworkSketch.Networks, Gen.Int[0, 1000]).Sample((nodes, at) =>
        {
            SketchedNode[] other = [.. nodes];
            int changed = at % nodes.Length;
            other[changed] = change(nodes, changed);
            return CanonicalHash.Of(NetworkSketch.Build(other)) != CanonicalHash.Of(NetworkSketch.Build(nodes));
        });
}
