using NarFormer.Graphs.Cells;

namespace NarFormer.Cli.Ranking;

/// <summary>Predicts many cells and puts them in order.</summary>
internal sealed class CellRanking(CellPredictor predictor, VerbContext context)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(1);

    /// <summary>The prediction for each of <paramref name="cells"/>, in their order; says on the error stream how far it is.</summary>
    public double[] Predict(IReadOnlyList<CellArchitecture> cells, CancellationToken cancellation)
    {
        double[] predictions = new double[cells.Count];
        long start = context.Clock.GetTimestamp(), reported = start;
        int done = 0;
        foreach (double prediction in predictor.PredictMany(cells))
        {
            cancellation.ThrowIfCancellationRequested();
            predictions[done++] = prediction;
            if (context.Clock.GetElapsedTime(reported) < ProgressEvery) continue;
            reported = context.Clock.GetTimestamp();
            context.Error.WriteLine($"{done} of {cells.Count} cells predicted");
        }

        context.Error.WriteLine(FormattableString.Invariant($"{cells.Count} cells in {context.Clock.GetElapsedTime(start).TotalSeconds:0.0} s"));
        return predictions;
    }

    /// <summary>The best <paramref name="top"/> of <paramref name="cells"/>, best first; cells of the same prediction in their order.</summary>
    public IEnumerable<RankedCell> Best(IReadOnlyList<CellArchitecture> cells, double[] predictions, int top) =>
        Enumerable.Range(0, cells.Count).OrderBy(i => predictor.LowestIsBest ? predictions[i] : -predictions[i]).Take(top)
            .Select((cell, place) => new RankedCell(place + 1, cells[cell].Id, CellText.Of(cells[cell]), predictions[cell]));
}
