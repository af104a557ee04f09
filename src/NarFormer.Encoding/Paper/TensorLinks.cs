namespace NarFormer.Encoding.Paper;

/// <summary>
/// Which tensors are read for which, in the order of their mention. That order decides the order of nodes among equals in
/// the topological sort of networkx, which the published features follow.
/// </summary>
internal sealed class TensorLinks
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, List<string>> _readers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reads = new(StringComparer.Ordinal);
    private readonly List<(string Source, string Target)> _pending = [];

    /// <summary>Mentions a tensor.</summary>
    public void Add(string name)
    {
        if (!_readers.TryAdd(name, [])) return;
        _names.Add(name);
        _reads[name] = 0;
    }

    /// <summary>Enters that <paramref name="target"/> is made from <paramref name="source"/>. Sources that are new are mentioned after all tensors added.</summary>
    public void Connect(string source, string target) => _pending.Add((source, target));

    /// <summary>Whether the tensor is made from no other.</summary>
    public bool ReadsNothing(string name) => _reads[name] == 0;

    /// <summary>Whether another tensor is made from this one.</summary>
    public bool IsRead(string name) => _readers[name].Count > 0;

    /// <summary>The tensors that are made from this one, in the order of mention.</summary>
    public IReadOnlyList<string> Readers(string name) => _readers[name];

    /// <summary>Takes out the tensors for which <paramref name="condition"/> holds, all judged before the first one goes.</summary>
    public void Remove(Predicate<string> condition)
    {
        Settle();
        foreach (string name in _names.FindAll(condition))
        {
            foreach (string reader in _readers[name]) _reads[reader]--;
            _readers.Remove(name);
            _reads.Remove(name);
        }

        _names.RemoveAll(n => !_readers.ContainsKey(n));
    }

    /// <summary>The tensors in topological order: first those that read nothing, then those that read these alone, and so on.</summary>
    public IReadOnlyList<string> InGenerations()
    {
        var open = new Dictionary<string, int>(_reads, StringComparer.Ordinal);
        List<string> order = _names.FindAll(n => open[n] == 0);
        for (int i = 0; i < order.Count; i++)
        {
            foreach (string reader in _readers[order[i]])
            {
                if (--open[reader] == 0) order.Add(reader);
            }
        }

        return order;
    }

    private void Settle()
    {
        var seen = new HashSet<(string, string)>();
        foreach (var (source, target) in _pending)
        {
            Add(source);
            if (!seen.Add((source, target))) continue;
            _readers[source].Add(target);
            _reads[target]++;
        }

        _pending.Clear();
    }
}
