namespace NarFormer.Onnx.Reading;

/// <summary>What was decided of the inputs' dimensions, in words.</summary>
internal sealed class DimensionReport
{
    private const int Listed = 8;

    private readonly List<string> _remarks = [];
    private readonly List<(string Dimension, long Size, List<string> Inputs)> _chosen = [];

    /// <summary>One line for each thing that the user should know.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            foreach (var (dimension, size, inputs) in _chosen.Take(Listed)) yield return $"dimension {dimension} of {(inputs.Count > 1 ? "inputs" : "input")} {Names.Quoted(inputs)} set to {size}";
            if (_chosen.Count > Listed) yield return $"{_chosen.Count - Listed} more dimensions of inputs that the file leaves open have been set";
            foreach (string remark in _remarks.Take(Listed)) yield return remark;
        }
    }

    /// <summary>A dimension that nobody gives a value was set to <paramref name="size"/>.</summary>
    public void Chosen(string input, int index, string name, long size)
    {
        if (name.Length > 0 && _chosen.FirstOrDefault(c => c.Dimension == $"'{name}'") is { Inputs: not null } known)
        {
            if (known.Inputs[^1] != input) known.Inputs.Add(input);
        }
        else
        {
            _chosen.Add((name.Length > 0 ? $"'{name}'" : $"{index}", size, [input]));
        }
    }

    /// <summary>An input has no shape.</summary>
    public void NoShape(string input) => _remarks.Add($"input '{input}' has no shape");

    /// <summary>The caller gave sizes for names that no dimension has.</summary>
    public void AskedInVain(IReadOnlyList<string> names)
    {
        if (names.Count > 0) _remarks.Add($"no input has a dimension called {Names.Quoted(names)}");
    }

    /// <summary>The caller gave a batch, and no dimension takes it.</summary>
    public void NoBatch(long batch) => _remarks.Add($"batch {batch} has no effect: no input has a batch dimension");
}
