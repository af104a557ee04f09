namespace NarFormer.Training.Recipes;

/// <summary>Which networks of a data set are taken.</summary>
public sealed record NetworkFilter
{
    /// <summary>The families taken; all if left out.</summary>
    public IReadOnlyList<string>? Families { get; init; }

    /// <summary>Families that are not taken.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>The fewest nodes a network may have. Default 0.</summary>
    public int LeastNodes { get; init; }

    /// <summary>The most nodes a network may have; no limit if left out.</summary>
    public int? MostNodes { get; init; }

    /// <summary>Whether a network of <paramref name="family"/> with so many nodes is taken.</summary>
    public bool Takes(string family, int nodes) =>
        (Families is null || Families.Contains(family)) && !Except.Contains(family) && nodes >= LeastNodes && !(nodes > MostNodes);
}
