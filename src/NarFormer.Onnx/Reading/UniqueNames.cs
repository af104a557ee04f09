namespace NarFormer.Onnx.Reading;

/// <summary>Names of which each is given once.</summary>
internal sealed class UniqueNames
{
    private readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);

    /// <summary>Gives <paramref name="wanted"/>, or it with a number after it if it has been given.</summary>
    public string Add(string wanted)
    {
        if (_given.TryAdd(wanted, 1)) return wanted;
        string name;
        int number = _given[wanted];
        do name = $"{wanted}_{++number}";
        while (!_given.TryAdd(name, 1));
        _given[wanted] = number;
        return name;
    }
}
