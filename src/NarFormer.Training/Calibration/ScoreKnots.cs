using NarFormer.Description;

namespace NarFormer.Training.Calibration;

/// <summary>
/// Fits the rising line from scores, which a ranking loss leaves without a unit, to labels: means of groups of neighbours, made to
/// rise by pooling those that do not (isotonic regression).
/// </summary>
public static class ScoreKnots
{
    private const int Groups = 10;

    /// <summary>The knots, by ascending score; none if there are too few samples.</summary>
    public static IReadOnlyList<ScoreKnot> Fit(IReadOnlyList<double> scores, IReadOnlyList<double> labels)
    {
        var sorted = scores.Zip(labels, (s, l) => (Score: s, Label: l)).OrderBy(p => p.Score).ToArray();
        int size = sorted.Length / Groups;
        if (size == 0) return [];
        var pools = new List<(double Score, double Label, int Count)>();
        foreach (var group in sorted.Chunk(size).Where(g => g.Length == size))
        {
            pools.Add((group.Average(p => p.Score), group.Average(p => p.Label), 1));
            while (pools.Count > 1 && pools[^1].Label <= pools[^2].Label) Merge(pools);
        }

        return pools.Count > 1 && pools.Zip(pools.Skip(1)).All(p => p.First.Score < p.Second.Score) ? [.. pools.Select(p => new ScoreKnot(p.Score, p.Label))] : [];
    }

    private static void Merge(List<(double Score, double Label, int Count)> pools)
    {
        var (a, b) = (pools[^2], pools[^1]);
        int count = a.Count + b.Count;
        pools.RemoveRange(pools.Count - 2, 2);
        pools.Add((((a.Score * a.Count) + (b.Score * b.Count)) / count, ((a.Label * a.Count) + (b.Label * b.Count)) / count, count));
    }
}
