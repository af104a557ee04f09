namespace NarFormer.Training.Search;

/// <summary>The cells that a search has asked for, each once, and what they cost it.</summary>
/// <param name="table">The cells.</param>
/// <param name="budget">How many it may ask for.</param>
public sealed class SearchTrace(CandidateTable table, int budget)
{
    private readonly List<int> _asked = [];
    private readonly HashSet<int> _known = [];
    private readonly List<double> _regrets = [];
    private int _best = -1;

    /// <summary>The cells in the order of asking.</summary>
    public IReadOnlyList<int> Asked => _asked;

    /// <summary>After each question, how much less than the best test accuracy the cell of the highest validation accuracy so far reaches.</summary>
    public IReadOnlyList<double> Regrets => _regrets;

    /// <summary>Whether the budget is spent.</summary>
    public bool IsFull => _asked.Count >= Math.Min(budget, table.Count);

    /// <summary>Whether the cell was asked for.</summary>
    public bool Knows(int number) => _known.Contains(number);

    /// <summary>The validation accuracy of cell <paramref name="number"/>; costs one question unless it is known.</summary>
    /// <exception cref="InvalidOperationException">The budget is spent.</exception>
    public double Ask(int number)
    {
        if (!_known.Contains(number))
        {
            if (IsFull) throw new InvalidOperationException("the budget of the search is spent");
            _known.Add(number);
            _asked.Add(number);
            if (_best < 0 || table.Ask(number) > table.Ask(_best)) _best = number;
            _regrets.Add(table.Regret(_best));
        }

        return table.Ask(number);
    }
}
