using NarFormer.Training.Losses;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Losses;

public sealed class TrainingLossTests
{
    private static readonly float[] Truth = [2, 10, 1];
    private static readonly float[] Prediction = [3, 10.1f, 0.5f];

    [Fact]
    public void Ratio_is_the_mean_squared_relative_error() =>
        Loss(LossKind.Ratio).ShouldBe((0.25 + 0.0001 + 0.25) / 3, 1e-6);

    [Fact]
    public void Mape_is_the_mean_relative_error() => Loss(LossKind.Mape).ShouldBe((0.5 + 0.01 + 0.5) / 3, 1e-6);

    [Fact]
    public void Log_L1_is_the_mean_absolute_log_ratio() =>
        Loss(LossKind.LogL1).ShouldBe((Math.Log(1.5) + Math.Log(1.01) + Math.Log(2)) / 3, 1e-6);

    [Fact]
    public void Log_Huber_is_quadratic_for_small_errors_and_absolute_for_large_ones()
    {
        double small = Math.Log(1.01) * Math.Log(1.01) / (2 * 0.1);
        double large = Math.Log(1.5) - 0.05 + Math.Log(2) - 0.05;
        Loss(LossKind.LogHuber).ShouldBe((small + large) / 3, 1e-6);
    }

    [Fact]
    public void Log_losses_survive_a_prediction_of_zero()
    {
        using var scope = NewDisposeScope();
        var prediction = tensor(new float[] { 0 }, requires_grad: true);
        var loss = new TrainingLoss(LossKind.LogHuber, 0.1).Of(prediction, tensor(new float[] { 1 }));
        loss.backward();
        loss.isfinite().item<bool>().ShouldBeTrue();
        prediction.grad!.isfinite().item<bool>().ShouldBeTrue();
    }

    private static double Loss(LossKind kind)
    {
        using var scope = NewDisposeScope();
        return new TrainingLoss(kind, 0.1).Of(tensor(Prediction), tensor(Truth)).item<float>();
    }
}
