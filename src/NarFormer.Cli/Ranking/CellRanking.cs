using NarFormer.Graphs.Cells;

namespace NarFormer.Cli.Ranking;

/// <summary>Predicts many cells and puts them in order.</summary>
internal sealed class CellRanking(CellPredictor predictor, VerbContext context)
{
    /// <summary>The prediction for each of <paramref name="cells"/>, in their order; says on the error stream how far it is.</summary>
    public double[] Predict(IReadOnlyList<CellArchitecture> cells, CancellationToken cancellation)
    {
        double[] predictions = new double[cells.Count];
        var progress = new ProgressLines(context, cells.Count, "cells");
        int done = 0;
        foreach (double prediction in predictor.PredictMany(cells))
        {
            cancellation.ThrowIfCancellationRequested();
            predictions[done++] = prediction;
            progress.Reach(done);
        }

        progress.End();
        return predictions;
    }

    /// <summary>The best <paramref name="top"/> of <paramref name="cells"/>, best first; cells of the same prediction in their order.</summary>
    public IEnumerable<RankedCell> Best(IReadOnlyList<CellArchitecture> cells, double[] predictions, int top) =>
        Order(predictions).Take(top).Select((cell, place) => Ranked(cells, predictions, cell, place + 1));

    /// <summary>All <paramref name="cells"/>, in their order, each with its rank.</summary>
    public IEnumerable<RankedCell> All(IReadOnlyList<CellArchitecture> cells, double[] predictions)
    {
        int[] ranks = new int[cells.Count];
        foreach (var (cell, place) in Order(predictions).Select((cell, place) => (cell, place))) ranks[cell] = place + 1;
        return ranks.Select((rank, cell) => Ranked(cells, predictions, cell, rank));
    }

    private IEnumerable<int> Order(double[] predictions) =>
        Enumerable.Range(0, predictions.Length).OrderBy(i => predictor.LowestIsBest ? predictions[i] : -predictions[i]);

    private static RankedCell Ranked(IReadOnlyList<CellArchitecture> cells, double[] predictions, int cell, int rank) =>
        new(rank, cells[cell].Id, CellText.Of(cells[cell]), predictions[cell]);
}
