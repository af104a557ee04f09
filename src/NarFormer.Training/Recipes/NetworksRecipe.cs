namespace NarFormer.Training.Recipes;

/// <summary>Which networks of a data set are trained on and which are tested on; all in their splits if a recipe does not say.</summary>
public sealed record NetworksRecipe
{
    /// <summary>Of the splits <c>train</c> and <c>validation</c>, what is trained on and what chooses the epoch.</summary>
    public NetworkFilter Train { get; init; } = new();

    /// <summary>What is tested on.</summary>
    public NetworkFilter Test { get; init; } = new();

    /// <summary>
    /// Whether networks of every split are tested on, for tests on what training leaves out as a whole; networks that are the same
    /// graph as one trained on or chosen by are left out. Default false.
    /// </summary>
    public bool TestsEverySplit { get; init; }

    /// <summary>How many networks are trained on, drawn by the recipe's seed; all if 0. Default 0.</summary>
    public int Count { get; init; }

    /// <summary>The platform whose labels are used, where a data set in the layout of NNLQP has several.</summary>
    public int? Platform { get; init; }
}
