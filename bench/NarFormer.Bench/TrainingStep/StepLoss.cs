using static TorchSharp.torch;

namespace NarFormer.Bench.TrainingStep;

/// <summary>The published loss.</summary>
internal static class StepLoss
{
    public static Tensor Of(Tensor prediction, Tensor truth) => ((prediction - truth) / truth).square().mean();
}
