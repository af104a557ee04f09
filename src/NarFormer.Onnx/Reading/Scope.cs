namespace NarFormer.Onnx.Reading;

/// <summary>What the names of a graph or function body stand for in the flat graph.</summary>
/// <param name="Prefix">What new names begin with.</param>
/// <param name="Outer">The graph around a subgraph, whose names can be read from inside.</param>
internal sealed record Scope(string Prefix, Scope? Outer)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Lets <paramref name="name"/> stand for <paramref name="flat"/>.</summary>
    public void Bind(string name, string flat) => _names[name] = flat;

    /// <summary>What <paramref name="name"/> stands for in this graph itself, or <see langword="null"/>.</summary>
    public string? Find(string name) => _names.GetValueOrDefault(name);

    /// <summary>What <paramref name="name"/> stands for here or in a graph around; itself with the prefix if nothing binds it.</summary>
    public string Resolve(string name)
    {
        if (name.Length == 0) return "";
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._names.TryGetValue(name, out string? flat)) return flat;
        }

        return Prefix + name;
    }

    /// <summary>What each of <paramref name="names"/> stands for.</summary>
    public string[] Resolve(IReadOnlyList<string> names)
    {
        var resolved = new string[names.Count];
        for (int i = 0; i < resolved.Length; i++) resolved[i] = Resolve(names[i]);
        return resolved;
    }
}
