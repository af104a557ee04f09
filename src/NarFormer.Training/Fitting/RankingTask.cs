using NarFormer.Encoding;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Losses;
using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace NarFormer.Training.Fitting;

/// <summary>
/// Ranking architectures, or predicting a positive quantity of them; the epoch of the best validation tau or MAPE is kept. A batch holds every cell twice, as it
/// is and with its nodes in another order, where there is one (paper section 3.5).
/// </summary>
public sealed class RankingTask(
    TrainingRecipe recipe, RankingRecipe ranking, IReadOnlyList<CellSample> training, IReadOnlyList<CellSample> validation) : ITrainingTask, IDisposable
{
    private readonly TrainingLoss _loss = new(recipe.Loss, recipe.HuberWidth);
    private readonly RankingLoss _ranking = new(ranking.Kind, ranking.Margin);
    private readonly Scalar _rankingWeight = ((float)ranking.Weight).ToScalar();
    private readonly Scalar _consistencyWeight = ((float)ranking.ConsistencyWeight).ToScalar();

    /// <inheritdoc/>
    public int SamplesOf(int epoch) => training.Count;

    /// <inheritdoc/>
    public Criterion Criterion { get; } = recipe.Cells?.Criterion == CellCriterion.Mape ? Criterion.Mape : Criterion.KendallTau;

    /// <inheritdoc/>
    public Tensor Loss(nn.Module<TorchBatch, Tensor> network, IReadOnlyList<int> samples, long step)
    {
        using var scope = NewDisposeScope();
        var random = new Random((int)SeedMix.Of(recipe.Seed, SeedMix.Augmentation, step));
        CellSample[] cells = [.. samples.Select(i => training[i])];
        bool twins = cells.Any(c => c.Reordered.Count > 0);
        EncodedNetwork[] networks = [.. cells.Select(c => c.Network), .. twins ? cells.Select(c => Twin(c, random)) : []];
        float[] labels = [.. cells.Select(c => (float)c.Label)];

        using var batch = TorchBatch.From(PackedBatch.Of(networks));
        var truth = tensor(twins ? [.. labels, .. labels] : labels); // [cells or 2 · cells]
        var prediction = network.call(batch); // [cells or 2 · cells]
        var loss = _loss.Of(prediction, truth);
        if (ranking.Weight > 0) loss = loss + _ranking.Of(prediction, truth, Permutation(networks.Length, random)).mul(_rankingWeight);
        if (twins && ranking.ConsistencyWeight > 0)
            loss = loss + (prediction.narrow(0, 0, cells.Length) - prediction.narrow(0, cells.Length, cells.Length)).abs().mean().mul(_consistencyWeight);
        return loss.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, double> Validate(nn.Module<TorchBatch, Tensor> network)
    {
        double[] predictions = BatchedPredictions.Of(network, [.. validation.Select(c => c.Network)]);
        double[] labels = [.. validation.Select(c => c.Label)];
        var scores = RegressionScores.Of(labels, predictions);
        return new Dictionary<string, double>(StringComparer.Ordinal) { [Criterion.KendallTau.Name] = scores.KendallTau, ["spearman"] = scores.Spearman, [Criterion.Mape.Name] = scores.Mape };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ranking.Dispose();
        _rankingWeight.Dispose();
        _consistencyWeight.Dispose();
    }

    private static EncodedNetwork Twin(CellSample cell, Random random) =>
        cell.Reordered.Count == 0 ? cell.Network : cell.Reordered[random.Next(cell.Reordered.Count)];

    private static Tensor Permutation(int count, Random random)
    {
        long[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        return tensor(order);
    }
}
