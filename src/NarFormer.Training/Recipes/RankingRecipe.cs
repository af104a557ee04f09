using NarFormer.Training.Losses;

namespace NarFormer.Training.Recipes;

/// <summary>What a training on the accuracies of cells adds to the loss. The defaults are those published.</summary>
public sealed record RankingRecipe
{
    /// <summary>What keeps predictions in order. Default <see cref="RankingKind.Difference"/>.</summary>
    public RankingKind Kind { get; init; } = RankingKind.Difference;

    /// <summary>Weight of the ranking loss. Default 0.1.</summary>
    public double Weight { get; init; } = 0.1;

    /// <summary>Margin or scale of the ranking loss, in the unit of the labels. Default 0.01.</summary>
    public double Margin { get; init; } = 0.01;

    /// <summary>Weight of the difference between the predictions for a cell and for its reordered twin. Default 0.5.</summary>
    public double ConsistencyWeight { get; init; } = 0.5;
}
