using NarFormer.Architecture;
using NarFormer.Training.Kernels;
using NarFormer.Training.Network.Batches;
using NarFormer.Training.Network.Blocks;
using NarFormer.Training.Network.Fused;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Network.Fused;

/// <summary>Every operation against the same one composed of libtorch's: outputs and all gradients.</summary>
public sealed class FusedOperationTests
{
    private static readonly Scalar Epsilon = 1e-6f.ToScalar();

    [Theory]
    [InlineData(7, 5, 3)]
    [InlineData(150, 64, 40)]
    [InlineData(401, 33, 70)]
    public void A_linear_map(int rows, int inputs, int outputs) => Compare(
        [[rows, inputs], [outputs, inputs], [outputs]],
        t => new FusedLinear().On(t),
        t => nn.functional.linear(t[0], t[1], t[2]));

    [Theory]
    [InlineData(7, 5, 3)]
    [InlineData(150, 64, 40)]
    public void A_sigmoid_of_a_map_without_bias(int rows, int inputs, int outputs) => Compare(
        [[rows, inputs], [outputs, inputs]],
        t => new FusedLinear(sigmoid: true).On(t),
        t => nn.functional.linear(t[0], t[1]).sigmoid());

    [Theory]
    [InlineData(9, 4, 6)]
    [InlineData(60, 152, 40)]
    [InlineData(301, 70, 70)]
    public void Attention_on_edges(int nodes, int inputs, int hidden)
    {
        using var edges = Edges(nodes, seed: nodes);
        Compare(
            [[nodes, inputs], [inputs, inputs], [inputs], [hidden, inputs], [hidden], [hidden, inputs]],
            t => new FusedGraphAttention(null, [edges.Rows]).On(t),
            t => Attention(t[0], t, [edges]));
    }

    [Theory]
    [InlineData(9, 4, 6)]
    [InlineData(60, 152, 40)]
    public void Attention_on_edges_of_two_directions_behind_a_gate(int nodes, int inputs, int hidden)
    {
        using NeighbourList before = Edges(nodes, seed: 1), after = Edges(nodes, seed: 2);
        float[] degrees = [.. Enumerable.Range(0, nodes).Select(i => (float)(i % 5))];
        Compare(
            [[nodes, inputs], [inputs, inputs], [inputs], [hidden, inputs], [hidden], [hidden, inputs], [hidden, inputs], [inputs, 1], [inputs]],
            t => new FusedGraphAttention(degrees, [before.Rows, after.Rows]).On(t),
            t => Attention(t[0] * nn.functional.linear(tensor(degrees, [nodes, 1]), t[7], t[8]).sigmoid(), t, [before, after]));
    }

    [Fact]
    public void Gradients_of_a_parameter_that_is_used_twice_add_up()
    {
        Assert.SkipUnless(FusedOperation.IsSupported, "this processor has no AVX-512");
        using var scope = NewDisposeScope();
        Tensor x = randn(9, 5), weight = randn(3, 5).requires_grad_(true), other = weight.detach().clone().requires_grad_(true);
        (new FusedLinear().On(x, weight) * new FusedLinear().On(x * x, weight)).sum().backward();
        (nn.functional.linear(x, other) * nn.functional.linear(x * x, other)).sum().backward();
        (weight.grad! - other.grad!).abs().max().item<float>().ShouldBeLessThan(1e-4f);
    }

    [Theory]
    [InlineData]
    [InlineData(3L)]
    [InlineData(40L)]
    public void Sums_over_the_nodes_of_networks(params long[] rest) => Compare(
        [[9, .. rest]],
        t => new FusedGraphSum([2, 1, 6]).On(t),
        t => stack([.. t[0].split([2, 1, 6]).Select(part => part.sum(0L))]));

    [Theory]
    [InlineData(9, 4)]
    [InlineData(60, 152)]
    public void The_ends_of_attention(int nodes, int width)
    {
        Compare([[nodes, width]], t => new FusedUnitRectifier(default).On(t), t => nn.functional.normalize(t[0]).relu());
        Compare([[nodes, width], [nodes, width]], t => new FusedRectifiedAddition(default).On(t), t => t[0] + t[1].relu());
    }

    [Theory]
    [InlineData(5, 16, 4, 2)]
    [InlineData(130, 64, 8, 4)]
    [InlineData(211, 96, 2, 3)]
    public void A_grouped_feed_forward_network(int nodes, int hidden, int groups, int ratio)
    {
        int width = hidden / groups, wide = width * ratio;
        Compare(
            [[nodes, hidden], [hidden], [hidden], [groups, width, wide], [groups, 1, wide], [wide], [wide], [groups, wide, width], [groups, 1, width], [width], [width], [hidden]],
            t => new FusedFeedForward(groups, default, default).On(t),
            t => t[0] + (Composed(t, groups) * t[11]),
            tolerance: 2e-3f);
    }

    [Fact]
    public void Dropout_drops_its_share_alike_in_both_passes()
    {
        Assert.SkipUnless(FusedOperation.IsSupported, "this processor has no AVX-512");
        using var scope = NewDisposeScope();
        var x = ones(400, 50).requires_grad_(true);
        var y = new FusedRectifiedAddition(new DropMask(0.25, seed: 3)).On(zeros(400, 50), x);
        y.sum().backward();
        y.eq(zeros_like(y)).to_type(ScalarType.Float32).mean().item<float>().ShouldBe(0.25f, 0.02f);
        (x.grad! - y).abs().max().item<float>().ShouldBe(0);
        y.max().item<float>().ShouldBe(1 / 0.75f, 1e-5f);
    }

    private static NeighbourList Edges(int nodes, int seed)
    {
        var random = new Random(seed);
        return new NeighbourList(nodes, [.. Enumerable.Range(0, 3 * nodes).Select(_ => (random.Next(nodes - 1), random.Next(nodes)))]);
    }

    private static Tensor Attention(Tensor x, Tensor[] t, NeighbourList[] directions)
    {
        var projection = nn.functional.linear(x, t[1], t[2]).sigmoid();
        var gathered = directions.Select((edges, d) => nn.functional.linear(EdgeAttention.Gather(projection, x, edges, AttentionWeighting.Linear), t[5 + d]));
        return gathered.Aggregate(nn.functional.linear(x, t[3]) + t[4], (sum, next) => sum + next);
    }

    private static Tensor Composed(Tensor[] t, int groups)
    {
        var x = nn.functional.layer_norm(t[0], [t[0].shape[1]], t[1], t[2]).view(t[0].shape[0], groups, -1).transpose(0, 1);
        x = nn.functional.layer_norm(bmm(x, t[3]) + t[4], [t[5].shape[0]], t[5], t[6]).relu();
        x = nn.functional.layer_norm(bmm(x, t[7]) + t[8], [t[9].shape[0]], t[9], t[10]);
        return x.transpose(0, 1).reshape(t[0].shape);
    }

    private static void Compare(long[][] shapes, Func<Tensor[], Tensor> ours, Func<Tensor[], Tensor> theirs, float tolerance = 1e-4f)
    {
        Assert.SkipUnless(FusedOperation.IsSupported, "this processor has no AVX-512");
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        Tensor[] inputs = [.. shapes.Select(s => randn(s))];
        Tensor[] one = Gradients(inputs, ours), other = Gradients(inputs, theirs);
        for (int i = 0; i < one.Length; i++)
            ((one[i] - other[i]).abs() / (other[i].abs().max() + other[i].abs() + Epsilon)).max().item<float>().ShouldBeLessThan(tolerance, i == 0 ? "output" : $"gradient of input {i - 1}");
    }

    private static Tensor[] Gradients(Tensor[] inputs, Func<Tensor[], Tensor> operation)
    {
        Tensor[] leaves = [.. inputs.Select(t => t.clone().requires_grad_(true))];
        var output = operation(leaves);
        (output * linspace(0, 50, output.numel()).cos().view(output.shape)).sum().backward();
        return [output.detach(), .. leaves.Select(t => t.grad!)];
    }
}
