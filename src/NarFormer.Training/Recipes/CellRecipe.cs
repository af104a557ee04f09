namespace NarFormer.Training.Recipes;

/// <summary>Which cells of a file are trained on, and by which labels.</summary>
public sealed record CellRecipe
{
    /// <summary>The search space, for example <c>nasbench201</c>.</summary>
    public required string Space { get; init; }

    /// <summary>What an architecture is turned into; whole networks take an encoding of networks. Default <see cref="CellForm.Cell"/>.</summary>
    public CellForm As { get; init; } = CellForm.Cell;

    /// <summary>The label to train on and to choose the epoch by, for example <c>cifar10_val</c>.</summary>
    public required string TrainingLabel { get; init; }

    /// <summary>The label to report on, for example <c>cifar10_test</c>.</summary>
    public required string TestLabel { get; init; }

    /// <summary>What labels are multiplied by, to make percentages shares. Default 1.</summary>
    public double LabelScale { get; init; } = 1;

    /// <summary>The unit of labels after scaling, for example <c>ms</c>; empty if they have none. Default empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether the lowest label is the best, as of latency and energy. Default false.</summary>
    public bool LowestIsBest { get; init; }

    /// <summary>The score that chooses the epoch. Default <see cref="CellCriterion.Tau"/>.</summary>
    public CellCriterion Criterion { get; init; } = CellCriterion.Tau;

    /// <summary>Whether a cell may stand in the file several times; its labels are then the means. Default false: that is an error.</summary>
    public bool Repeats { get; init; }

    /// <summary>Cells to train on.</summary>
    public required int Training { get; init; }

    /// <summary>Cells to choose the epoch by. Default 200.</summary>
    public int Validation { get; init; } = 200;

    /// <summary>How cells are divided. Default <see cref="CellSplitKind.Random"/>.</summary>
    public CellSplitKind Split { get; init; } = CellSplitKind.Random;

    /// <summary>The seed of a random split, so that trainings with other seeds see the same cells; the recipe's seed if left out.</summary>
    public long? SplitSeed { get; init; }

    /// <summary>Whether nodes of the operation <c>none</c> and what only hangs on them are left out. Default false.</summary>
    public bool Prune { get; init; }

    /// <summary>
    /// Other orders of a cell's nodes to train with: that many drawn at random, or the single published one if negative.
    /// Default 0.
    /// </summary>
    public int Reorderings { get; init; }
}
