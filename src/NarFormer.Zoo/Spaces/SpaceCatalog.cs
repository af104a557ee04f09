namespace NarFormer.Zoo.Spaces;

/// <summary>All search spaces whose codes become networks.</summary>
public static class SpaceCatalog
{
    /// <summary>The spaces in a fixed order.</summary>
    public static IReadOnlyList<ISearchSpace> Spaces { get; } =
    [
        new SearchSpace<NasBench201Code>("nasbench201", NasBench201Code.Example, NasBench201Code.Parse, (b, code, options) => code.Build(b, options)),
        new SearchSpace<FbNet>("fbnet", FbNet.Example, FbNet.Parse, (b, code, options) => code.Build(b, options)),
        new SearchSpace<OfaMobileNetV3>("ofa-mobilenetv3", OfaMobileNetV3.Example, OfaMobileNetV3.Parse, (b, code, options) => code.Build(b, options)),
        new SearchSpace<NasBenchMacro>("nasbenchmacro", NasBenchMacro.Example, NasBenchMacro.Parse, (b, code, options) => code.Build(b, options)),
    ];

    /// <summary>The space called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
    public static ISearchSpace Find(string name) =>
        Spaces.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"unknown search space '{name}': choose one of {string.Join(", ", Spaces.Select(s => s.Name))}");
}
