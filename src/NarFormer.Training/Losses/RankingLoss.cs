using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Losses;

/// <summary>How far predictions are from the order of the labels.</summary>
/// <param name="kind">Which loss.</param>
/// <param name="margin">The margin of <see cref="RankingKind.Hinge"/> or the scale of <see cref="RankingKind.Logistic"/>, in the unit of the labels.</param>
public sealed class RankingLoss(RankingKind kind, double margin) : IDisposable
{
    private static readonly Scalar FewestPairs = 1f.ToScalar();
    private readonly Scalar _margin = ((float)margin).ToScalar();
    private readonly Scalar _slope = (-1 / (float)margin).ToScalar();

    /// <summary>The loss, a scalar.</summary>
    /// <param name="prediction"><c>[cells]</c>.</param>
    /// <param name="truth"><c>[cells]</c>.</param>
    /// <param name="permutation">A random order of the batch, <c>[cells]</c>, 64-bit integers; only <see cref="RankingKind.Difference"/> uses it.</param>
    public Tensor Of(Tensor prediction, Tensor truth, Tensor permutation)
    {
        using var scope = NewDisposeScope();
        var loss = kind switch
        {
            RankingKind.Difference => (prediction - prediction.index_select(0, permutation) - (truth - truth.index_select(0, permutation))).abs().mean(),
            RankingKind.Hinge => OverPairs(prediction, truth, differences => differences.neg().add(_margin).relu()),
            RankingKind.Logistic => OverPairs(prediction, truth, differences => nn.functional.softplus(differences.mul(_slope))),
            _ => throw new InvalidOperationException($"there is no ranking loss {kind}"),
        };
        return loss.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _margin.Dispose();
        _slope.Dispose();
    }

    private static Tensor OverPairs(Tensor prediction, Tensor truth, Func<Tensor, Tensor> loss)
    {
        var better = (truth.unsqueeze(1) > truth.unsqueeze(0)).to_type(ScalarType.Float32); // [cells, cells]
        var differences = prediction.unsqueeze(1) - prediction.unsqueeze(0); // [cells, cells]
        return (loss(differences) * better).sum() / better.sum().clamp_min(FewestPairs);
    }
}
