namespace NarFormer.Cli.Embedding;

/// <summary>What became of one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Network">Its network, if it can be embedded.</param>
/// <param name="Error">Why it cannot.</param>
internal sealed record FileEmbedding(string File, NetworkEmbedding? Network, string? Error);
