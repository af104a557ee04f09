using NarFormer.Training.Fitting;
using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Search;

/// <summary>
/// Asks for a few cells at random, then by turns trains a predictor on all that are known and asks for those that it ranks
/// highest.
/// </summary>
/// <param name="recipe">The predictor, trained anew each turn.</param>
/// <param name="first">Cells asked for at random.</param>
/// <param name="each">Cells asked for each turn.</param>
public sealed class GuidedSearch(TrainingRecipe recipe, int first = 20, int each = 10) : ISearch
{
    /// <inheritdoc/>
    public string Name => "guided";

    /// <inheritdoc/>
    public void Run(CandidateTable table, SearchTrace trace, Random random, CancellationToken cancellation)
    {
        while (!trace.IsFull && trace.Asked.Count < first) trace.Ask(random.Next(table.Count));
        while (!trace.IsFull)
        {
            double[] predictions = Predict(table, trace, random.Next(), cancellation);
            foreach (int cell in Enumerable.Range(0, table.Count).Where(c => !trace.Knows(c)).OrderByDescending(c => predictions[c]).Take(each))
            {
                if (!trace.IsFull) trace.Ask(cell);
            }
        }
    }

    private double[] Predict(CandidateTable table, SearchTrace trace, long seed, CancellationToken cancellation)
    {
        var seeded = recipe with { Seed = seed };
        CellSample[] known = [.. trace.Asked.Select(c => new CellSample($"{c}", table.Ask(c), table.Ask(c), table.Networks[c], []))];
        using var network = new NarFormerNetwork(
            RecipeFile.NetworkOf(seeded, table.Encoding.NodeFeatureCount, table.Encoding.StaticFeatureCount), SeedMix.Of(seed, SeedMix.Weights, 0));
        network.ScaleStatics(table.Networks);
        using var task = new RankingTask(seeded, seeded.Ranking ?? new RankingRecipe(), known, known);
        QuickFit.Run(seeded, network, task, cancellation);
        return BatchedPredictions.Of(network, table.Networks);
    }
}
