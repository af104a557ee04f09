using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>What was found out about a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Captured">Its network.</param>
/// <param name="Answers">An answer for each platform that was asked for.</param>
internal sealed record QueriedNetwork(string File, CapturedNetwork Captured, IReadOnlyList<Answer> Answers);
