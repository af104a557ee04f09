using NarFormer.Architecture;
using NarFormer.Training.Network.Batches;
using NarFormer.Training.Network.Blocks;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Network;

public sealed class EdgeAttentionTests
{
    private static readonly Scalar SmallestSum = 1e-6f.ToScalar();

    [Theory]
    [InlineData(6, 4, 1, AttentionWeighting.Linear)]
    [InlineData(40, 33, 2, AttentionWeighting.Linear)]
    [InlineData(17, 152, 3, AttentionWeighting.Linear)]
    [InlineData(40, 33, 4, AttentionWeighting.Softmax)]
    public void Equals_the_dense_formula_and_its_gradients(int nodes, int width, int seed, AttentionWeighting weighting)
    {
        using var scope = NewDisposeScope();
        var random = new Random(seed);
        var pairs = Enumerable.Range(0, 3 * nodes).Select(_ => (random.Next(nodes - 1), random.Next(nodes))).ToArray();
        using var edges = new NeighbourList(nodes, pairs);
        float[] mask = new float[nodes * nodes];
        foreach (var (node, neighbour) in pairs) mask[(node * nodes) + neighbour] = 1;
        float[] projection = Values(random, nodes * width), values = Values(random, nodes * width), weights = Values(random, nodes * width);

        var ours = Run((p, v) => EdgeAttention.Gather(p, v, edges, weighting), projection, values, weights, nodes, width);
        var dense = Run((p, v) => Dense(p, v, tensor(mask, [nodes, nodes]), weighting), projection, values, weights, nodes, width);
        for (int i = 0; i < ours.Length; i++) (ours[i] - dense[i]).abs().max().item<float>().ShouldBeLessThan(2e-5f, $"tensor {i}");
    }

    private static Tensor Dense(Tensor projection, Tensor values, Tensor mask, AttentionWeighting weighting)
    {
        using var root = (1 / Math.Sqrt(projection.shape[1])).ToScalar();
        var scores = nn.functional.linear(projection, projection).mul(root); // [nodes, nodes]
        scores = (weighting == AttentionWeighting.Softmax ? scores.exp() : scores) * mask;
        var weights = scores / scores.sum(1, keepdim: true).add(SmallestSum);
        return nn.functional.linear(weights, values.t());
    }

    private static Tensor[] Run(Func<Tensor, Tensor, Tensor> attention, float[] projection, float[] values, float[] weights, int nodes, int width)
    {
        var p = tensor(projection, [nodes, width], requires_grad: true);
        var v = tensor(values, [nodes, width], requires_grad: true);
        var output = attention(p, v);
        (output * tensor(weights, [nodes, width])).sum().backward();
        return [output, p.grad!, v.grad!];
    }

    private static float[] Values(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
}
