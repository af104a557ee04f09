namespace NarFormer.Server.Contracts;

/// <summary>A network that is like another.</summary>
/// <param name="Hash">What it is called here.</param>
/// <param name="Name">The name of the file that brought it first.</param>
/// <param name="Family">Its family, where that is known.</param>
/// <param name="Distance">How far the predictor's vectors of both lie apart; 0 for the same vector.</param>
/// <param name="Answers">What is known of it.</param>
public sealed record SimilarContract(string Hash, string Name, string? Family, double Distance, IReadOnlyList<AnswerContract> Answers);
