using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Losses;

/// <summary>Computes the loss of a batch.</summary>
/// <param name="kind">Which loss.</param>
/// <param name="huberWidth">The error in log space up to which <see cref="LossKind.LogHuber"/> is quadratic.</param>
public sealed class TrainingLoss(LossKind kind, double huberWidth)
{
    private static readonly Scalar SmallestPrediction = 1e-6f.ToScalar();

    /// <summary>The loss, a scalar, of <paramref name="prediction"/> against <paramref name="truth"/>, both <c>[graphs]</c> in ms.</summary>
    public Tensor Of(Tensor prediction, Tensor truth)
    {
        using var scope = NewDisposeScope();
        var loss = kind switch
        {
            LossKind.Ratio => ((prediction - truth) / truth).square().mean(),
            LossKind.Mape => ((prediction - truth) / truth).abs().mean(),
            LossKind.LogL1 => (Log(prediction) - truth.log()).abs().mean(),
            LossKind.LogHuber => nn.functional.smooth_l1_loss(Log(prediction), truth.log(), nn.Reduction.Mean, huberWidth),
            _ => throw new InvalidOperationException($"there is no loss {kind}"),
        };
        return loss.MoveToOuterDisposeScope();
    }

    private static Tensor Log(Tensor prediction) => prediction.clamp_min(SmallestPrediction).log();
}
