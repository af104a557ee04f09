using NarFormer.Store;

namespace NarFormer.Cli.Storing;

/// <summary>What was found out about a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Captured">Its network.</param>
/// <param name="Answers">What was measured, then what was predicted.</param>
internal sealed record QueriedNetwork(string File, CapturedNetwork Captured, IReadOnlyList<Answer> Answers)
{
    /// <summary>What could not be found out; <see langword="null"/> if all could.</summary>
    public string? Warning { get; init; }

    /// <summary>The measurement; <see langword="null"/> if there is none.</summary>
    public Answer? Measured => Answers.FirstOrDefault(a => a.IsMeasured);

    /// <summary>The prediction; <see langword="null"/> if there is none.</summary>
    public Answer? Predicted => Answers.FirstOrDefault(a => !a.IsMeasured);
}
