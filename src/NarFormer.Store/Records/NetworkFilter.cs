namespace NarFormer.Store;

/// <summary>Which of the store's networks are asked for.</summary>
public sealed record NetworkFilter
{
    /// <summary>A part of the name or family, or the beginning of the hash; case does not count. <see langword="null"/> for all.</summary>
    public string? Search { get; init; }

    /// <summary>Whether the networks added last come first. Default: those added first do.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>How many of the first are left out. Default 0.</summary>
    public int Offset { get; init; }

    /// <summary>The most that are given; <see langword="null"/> for all.</summary>
    public int? Count { get; init; }
}
