namespace NarFormer.Training.Search;

/// <summary>How ways to search compare over several seeds.</summary>
/// <param name="Budget">Cells that each search asked for.</param>
/// <param name="Searches">The ways.</param>
public sealed record SearchComparison(int Budget, IReadOnlyList<SearchComparison.Search> Searches)
{
    /// <summary>A way to search.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="MedianRegrets">The median over seeds of the regret after each question.</param>
    /// <param name="LowerQuartileRegrets">The regret that a quarter of the seeds stays below, after each question.</param>
    /// <param name="UpperQuartileRegrets">The regret that a quarter of the seeds stays above, after each question.</param>
    /// <param name="Questions">For each seed, the questions until the regret stayed within the tolerance; null if it never did.</param>
    public sealed record Search(
        string Name,
        IReadOnlyList<double> MedianRegrets,
        IReadOnlyList<double> LowerQuartileRegrets,
        IReadOnlyList<double> UpperQuartileRegrets,
        IReadOnlyList<int?> Questions);

    /// <summary>Runs every way with every seed.</summary>
    public static SearchComparison Of(
        CandidateTable table, IReadOnlyList<ISearch> searches, int budget, int seeds, double tolerance, IProgress<string> progress, CancellationToken cancellation) =>
        new(budget, [.. searches.Select(search =>
        {
            var traces = new List<SearchTrace>();
            for (int seed = 1; seed <= seeds; seed++)
            {
                var trace = new SearchTrace(table, budget);
                search.Run(table, trace, new Random(seed), cancellation);
                traces.Add(trace);
                progress.Report(FormattableString.Invariant($"{search.Name}, seed {seed}: regret {trace.Regrets[^1]:0.0000} after {trace.Asked.Count} cells"));
            }

            double[][] sorted = [.. Enumerable.Range(0, traces.Min(t => t.Regrets.Count)).Select(q => traces.Select(t => t.Regrets[q]).Order().ToArray())];
            return new Search(
                search.Name,
                [.. sorted.Select(regrets => regrets[regrets.Length / 2])],
                [.. sorted.Select(regrets => regrets[regrets.Length / 4])],
                [.. sorted.Select(regrets => regrets[regrets.Length * 3 / 4])],
                [.. traces.Select(t => QuestionsUntil(t.Regrets, tolerance))]);
        })]);

    private static int? QuestionsUntil(IReadOnlyList<double> regrets, double tolerance)
    {
        int last = regrets.Count;
        while (last > 0 && regrets[last - 1] <= tolerance) last--;
        return last < regrets.Count ? last + 1 : null;
    }
}
