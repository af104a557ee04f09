namespace NarFormer.Encoding;

/// <summary>The encodings by name.</summary>
public static class EncodingCatalog
{
    /// <summary>All encodings.</summary>
    public static IReadOnlyList<INetworkEncoding> Encodings { get; } = [PaperEncoding.Published, UniversalEncoding.First, UniversalEncoding.Second, new UniversalEncoding(), PaperEncoding.Lenient, PaperEncoding.Real, PaperEncoding.Coded];

    /// <summary>The encoding called <paramref name="name"/>, with its version (<c>universal-3</c>) or without (<c>universal</c>, the newest).</summary>
    /// <exception cref="ArgumentException">There is no such encoding; the message lists those there are.</exception>
    public static INetworkEncoding Find(string name) =>
        Encodings.FirstOrDefault(e => e.Name == name)
        ?? Encodings.LastOrDefault(e => e.Name[..e.Name.LastIndexOf('-')] == name)
        ?? throw new ArgumentException($"unknown encoding '{name}'; there are {string.Join(", ", Encodings.Select(e => e.Name))}");
}
