namespace NarFormer.Server.Contracts;

/// <summary>What is known of one network or cell that was asked about.</summary>
/// <param name="Hash">The network; null for a cell.</param>
/// <param name="Id">What the caller, or else its text, calls the cell; null for a network.</param>
/// <param name="Answers">What is known of it.</param>
public sealed record PredictedItem(string? Hash, string? Id, IReadOnlyList<AnswerContract> Answers);
