using NarFormer.Training.Native;
using NarFormer.Training.Optimization;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Optimization;

public sealed class FusedAdamTests
{
    private const double LearningRate = 0.01;

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Follows_the_textbook_in_double_precision(double weightDecay)
    {
        float[] start = Values(67, seed: 1);
        using var weight = tensor(start);
        var adam = new FusedAdam(Named(weight), weightDecay);
        double[] w = [.. start.Select(x => (double)x)], m = new double[67], v = new double[67];
        for (int t = 1; t <= 25; t++)
        {
            float[] gradient = Values(67, seed: 100 + t);
            weight.grad = tensor(gradient);
            adam.Step(LearningRate);
            for (int i = 0; i < w.Length; i++)
            {
                m[i] = (0.9 * m[i]) + (0.1 * gradient[i]);
                v[i] = (0.999 * v[i]) + (0.001 * gradient[i] * gradient[i]);
                double step = LearningRate * (m[i] / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.999, t))) + 1e-8);
                w[i] = (w[i] * (1 - (LearningRate * weightDecay))) - step;
            }
        }

        float[] ours = weight.Singles().ToArray();
        for (int i = 0; i < w.Length; i++) ours[i].ShouldBe((float)w[i], 2e-6f);
    }

    [Fact]
    public void Follows_libtorch()
    {
        using var scope = NewDisposeScope();
        float[] start = Values(130, seed: 2);
        var ours = tensor(start);
        var theirs = nn.Parameter(tensor(start));
        var adam = new FusedAdam(Named(ours));
#pragma warning disable RS0030 // The optimiser that ours stands in for.
        using var reference = optim.Adam([theirs], LearningRate);
        for (int t = 0; t < 10; t++)
        {
            float[] gradient = Values(130, seed: 200 + t);
            ours.grad = tensor(gradient);
            theirs.grad = tensor(gradient);
            adam.Step(LearningRate);
            reference.step();
        }
#pragma warning restore RS0030

        (ours - theirs).abs().max().item<float>().ShouldBeLessThan(1e-6f);
    }

    [Fact]
    public void Goes_on_from_a_saved_state_bit_for_bit()
    {
        float[] through = Run(from: 0, to: 8, Values(40, seed: 3), state: null, out _);
        float[] half = Run(from: 0, to: 4, Values(40, seed: 3), state: null, out var saved);
        Run(from: 4, to: 8, half, saved, out _).ShouldBe(through);
    }

    [Fact]
    public void Leaves_a_parameter_without_gradient_alone()
    {
        using var weight = tensor(new float[] { 1, 2, 3 });
        new FusedAdam(Named(weight), weightDecay: 0.1).Step(LearningRate);
        weight.Singles().ToArray().ShouldBe([1, 2, 3]);
    }

    private static float[] Run(int from, int to, float[] start, FusedAdam? state, out FusedAdam adam)
    {
        using var weight = tensor(start);
        adam = new FusedAdam(Named(weight));
        if (state is not null)
        {
            state.FirstMoments["w"].CopyTo(adam.FirstMoments["w"], 0);
            state.SecondMoments["w"].CopyTo(adam.SecondMoments["w"], 0);
            adam.Steps = state.Steps;
        }

        for (int t = from; t < to; t++)
        {
            weight.grad = tensor(Values(start.Length, seed: 300 + t));
            adam.Step(LearningRate);
        }

        return weight.Singles().ToArray();
    }

    private static Dictionary<string, Tensor> Named(Tensor weight) => new(StringComparer.Ordinal) { ["w"] = weight };

    private static float[] Values(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
