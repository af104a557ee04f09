namespace NarFormer.Zoo.Families.Operators;

/// <summary>Operators of one kind of work.</summary>
/// <param name="Share">How often the kind is drawn, in parts of the sum of all shares.</param>
/// <param name="Cases">Its operators, each as likely as the next.</param>
internal sealed record OperatorKind(int Share, IReadOnlyList<OperatorCase> Cases);
