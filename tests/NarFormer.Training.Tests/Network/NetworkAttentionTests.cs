using NarFormer.Architecture;
using NarFormer.Training.Network.Blocks;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Network;

public sealed class NetworkAttentionTests
{
    private static readonly int[] Sizes = [3, 1, 5];

    [Theory]
    [InlineData(AttentionWeighting.Linear)]
    [InlineData(AttentionWeighting.Softmax)]
    public void Equals_masked_dense_attention_and_its_gradients(AttentionWeighting weighting)
    {
        using var scope = NewDisposeScope();
        float[] mask = new float[9 * 9];
        for (int i = 0; i < 9; i++)
        {
            for (int j = 0; j < 9; j++) mask[(i * 9) + j] = NetworkOf(i) == NetworkOf(j) ? 1 : 0;
        }

        var ours = Run((q, k, v) => NetworkAttention.Gather(q, k, v, Sizes, weighting));
        var dense = Run((q, k, v) => Dense(q, k, v, tensor(mask, [9, 9]), weighting));
        for (int i = 0; i < ours.Length; i++) (ours[i] - dense[i]).abs().max().item<float>().ShouldBeLessThan(2e-5f, $"tensor {i}");
    }

    private static int NetworkOf(int node) => node < 3 ? 0 : node < 4 ? 1 : 2;

    private static Tensor Dense(Tensor queries, Tensor keys, Tensor values, Tensor mask, AttentionWeighting weighting)
    {
        using var root = (1 / Math.Sqrt(queries.shape[2])).ToScalar();
        var scores = bmm(queries, keys.transpose(1, 2)).mul(root);
        scores = (weighting == AttentionWeighting.Softmax ? scores.exp() : scores) * mask;
        return bmm(scores / scores.sum(2, keepdim: true), values);
    }

    private static Tensor[] Run(Func<Tensor, Tensor, Tensor, Tensor> attention)
    {
        var random = new Random(3);
        Tensor[] inputs = [.. Enumerable.Range(0, 3).Select(_ => tensor(Values(random), [2, 9, 4], requires_grad: true))];
        var output = attention(inputs[0], inputs[1], inputs[2]);
        (output * tensor(Values(random), [2, 9, 4])).sum().backward();
        return [output, .. inputs.Select(i => i.grad!)];
    }

    private static float[] Values(Random random) => [.. Enumerable.Range(0, 2 * 9 * 4).Select(_ => random.NextSingle())];
}
