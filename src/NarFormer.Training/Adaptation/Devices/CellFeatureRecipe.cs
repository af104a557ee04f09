namespace NarFormer.Training.Adaptation.Devices;

/// <summary>Features of cells that a study compares them by: the static features of an encoding.</summary>
public sealed record CellFeatureRecipe
{
    /// <summary>The encoding, for example <c>cell-2</c>; <c>places</c> for the operation at each node of cells that all have the same nodes.</summary>
    public required string Encoding { get; init; }

    /// <summary>Whether nodes of the operation <c>none</c> and what only hangs on them are left out. Default false.</summary>
    public bool Prune { get; init; }
}
