using NarFormer.Training.Recipes;

namespace NarFormer.Training.Studies;

/// <summary>Variations of a recipe, each trained with several seeds: what a table of results is made of.</summary>
public sealed record Study
{
    /// <summary>What to call it.</summary>
    public required string Name { get; init; }

    /// <summary>The rows of the table, all of one task.</summary>
    public required IReadOnlyList<Variation> Variations { get; init; }

    /// <summary>The seeds that each variation is trained with.</summary>
    public required IReadOnlyList<long> Seeds { get; init; }

    /// <summary>Networks whose mean is the prediction for a seed; see <see cref="MemberRecipe"/>.</summary>
    public required int Ensemble { get; init; }

    /// <summary>Whether errors are also tabled by family.</summary>
    public bool ByFamily { get; init; }

    /// <summary>Whether scores are also tabled with the first axis as columns and the second as rows.</summary>
    public bool Matrix { get; init; }
}
