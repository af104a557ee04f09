using NarFormer.Training.Native;
using NarFormer.Training.Optimization;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Optimization;

public sealed class GradientNormTests
{
    [Fact]
    public void Scales_all_gradients_by_one_share()
    {
        using var scope = NewDisposeScope();
        Tensor[] weights = [WithGradient(3), WithGradient(4, 0), tensor(new float[] { 1 })];
        GradientNorm.Clip(weights, 2.5).ShouldBe(5, 1e-6);
        weights[0].grad!.Singles()[0].ShouldBe(1.5f, 1e-5f);
        weights[1].grad!.Singles().ToArray().ShouldBe([2, 0], 1e-5f);
    }

    [Fact]
    public void Leaves_small_gradients_as_they_are()
    {
        using var scope = NewDisposeScope();
        Tensor[] weights = [WithGradient(0.3f, 0.1f)];
        GradientNorm.Clip(weights, 1);
        weights[0].grad!.Singles().ToArray().ShouldBe([0.3f, 0.1f]);
    }

    private static Tensor WithGradient(params float[] gradient)
    {
        var weight = zeros(gradient.Length);
        weight.grad = tensor(gradient);
        return weight;
    }
}
