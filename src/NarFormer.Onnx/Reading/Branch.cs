namespace NarFormer.Onnx.Reading;

/// <summary>A branch of an <c>If</c> in which a node lies.</summary>
/// <param name="Condition">The tensor that decides.</param>
/// <param name="When">The value for which the branch is taken.</param>
/// <param name="Outer">The branch around this one, if there is one.</param>
internal sealed record Branch(string Condition, bool When, Branch? Outer)
{
    /// <summary>Whether the condition is known, for this branch alone.</summary>
    public bool IsDecided(Dictionary<string, Fact> facts) => Decision(facts) is not null;

    /// <summary>Whether this branch, or one around it, is known never to be taken.</summary>
    public bool IsNeverTaken(Dictionary<string, Fact> facts) =>
        (Decision(facts) is { } value && value != When) || (Outer is not null && Outer.IsNeverTaken(facts));

    /// <summary>How many branches, this one and those around it, are known to be taken always.</summary>
    public int DecidedCount(Dictionary<string, Fact> facts) => (IsDecided(facts) ? 1 : 0) + (Outer?.DecidedCount(facts) ?? 0);

    private bool? Decision(Dictionary<string, Fact> facts) =>
        facts.TryGetValue(Condition, out var fact) && fact.Values is [var value] ? value != 0 : null;
}
