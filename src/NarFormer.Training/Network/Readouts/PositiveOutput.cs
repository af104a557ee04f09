using static TorchSharp.torch;

namespace NarFormer.Training.Network.Readouts;

/// <summary>The published output function.</summary>
internal static class PositiveOutput
{
    /// <summary><c>−ln σ(z)</c>, which is softplus of <c>−z</c>: positive, and linear for large negative scores.</summary>
    public static Tensor Positive(this Tensor score) => nn.functional.logsigmoid(score).neg();
}
