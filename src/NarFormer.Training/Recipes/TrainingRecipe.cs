using System.Text.Json.Nodes;
using NarFormer.Training.Losses;
using NarFormer.Training.Schedules;

namespace NarFormer.Training.Recipes;

/// <summary>
/// Everything that decides what a training gives: data, encoding, network and how it is fitted. The same recipe on the
/// same machine gives the same weights.
/// </summary>
public sealed record TrainingRecipe
{
    /// <summary>The folder of the data set, a snapshot of a store, or the file of cells. In the file it is relative to the file's folder.</summary>
    public required string Dataset { get; init; }

    /// <summary>
    /// Folders of further measured networks of the zoo: those of their training splits are trained on too, none chooses the epoch
    /// or is tested on. In the file they are relative to the file's folder. Default none.
    /// </summary>
    public IReadOnlyList<string> Further { get; init; } = [];

    /// <summary>How often a pass over the training networks goes over those of <see cref="Further"/>. Default 1.</summary>
    public int FurtherPasses { get; init; } = 1;

    /// <summary>
    /// The share of the epochs, from the first, in which the networks of <see cref="Further"/> take part; the others train on the data set
    /// alone. Default 1.
    /// </summary>
    public double FurtherUntil { get; init; } = 1;

    /// <summary>
    /// The share of the networks of <see cref="Further"/> in a step whose nodes get edges from and to nodes of the step's other networks, so
    /// that operators are known among any neighbours. Not for a network with positions. Default 0.
    /// </summary>
    public double Splicing { get; init; }

    /// <summary>
    /// A table of labels by the name of the cell, where the file of cells does not hold them; cells that are not in it are left out.
    /// In the file it is relative to the file's folder. Default none.
    /// </summary>
    public string? Labels { get; init; }

    /// <summary>
    /// The encoding, <c>paper</c> or <c>universal</c>, with its version or without for the newest, of cells <c>cell-paper</c>,
    /// <c>cell-1</c> or <c>cell-2</c>.
    /// </summary>
    public required string Encoding { get; init; }

    /// <summary>Which cells of the file <see cref="Dataset"/> are trained on; null if the data set is one of measured networks.</summary>
    public CellRecipe? Cells { get; init; }

    /// <summary>Which measured networks are trained and tested on; all if it is left out.</summary>
    public NetworksRecipe? Networks { get; init; }

    /// <summary>What is fitted in place of the network, for studies; the network if it is left out.</summary>
    public BaselineKind? Baseline { get; init; }

    /// <summary>What a training on cells adds to the loss; the published terms if it is left out.</summary>
    public RankingRecipe? Ranking { get; init; }

    /// <summary>
    /// The shape of the network, as <see cref="Architecture.NetworkOptions"/> without the feature counts, which the encoding gives.
    /// </summary>
    public required JsonObject Network { get; init; }

    /// <summary>
    /// A file of weights to begin with in place of random ones, to train a network further or on other data. In the file it
    /// is relative to the file's folder. Default none.
    /// </summary>
    public string? InitialWeights { get; init; }

    /// <summary>What training makes small.</summary>
    public required LossKind Loss { get; init; }

    /// <summary>The error in log space up to which <see cref="LossKind.LogHuber"/> is quadratic. Default 0.05.</summary>
    public double HuberWidth { get; init; } = 0.05;

    /// <summary>
    /// Weight of the loss of single kernels, whose times the data set's profiles tell (<c>dataset profile</c>); only for a
    /// read-out that sums node costs. 0 for none. Default 0.
    /// </summary>
    public double KernelWeight { get; init; }

    /// <summary>Passes over the training networks.</summary>
    public required int Epochs { get; init; }

    /// <summary>Networks of one step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The highest learning rate, reached after the warm-up.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Share of all steps in which the learning rate rises. Default 0.1.</summary>
    public double WarmUpShare { get; init; } = 0.1;

    /// <summary>What becomes of the learning rate after the warm-up. Default <see cref="ScheduleKind.Linear"/>.</summary>
    public ScheduleKind Schedule { get; init; } = ScheduleKind.Linear;

    /// <summary>Decoupled weight decay, 0 for none. Default 0.</summary>
    public double WeightDecay { get; init; }

    /// <summary>The largest norm of all gradients together, 0 for no limit. Default 0.</summary>
    public double ClipNorm { get; init; }

    /// <summary>Decay of the exponential moving average of the weights, 0 for none. Default 0.</summary>
    public double AverageDecay { get; init; }

    /// <summary>Evaluations without improvement after which training stops, 0 for never. Default 0.</summary>
    public int Patience { get; init; }

    /// <summary>Epochs between two evaluations on the validation split; the last epoch is always evaluated. Default 1.</summary>
    public int EvaluateEvery { get; init; } = 1;

    /// <summary>The seed of initial weights, shuffles and dropout, and of a random split of cells that has no seed of its own. Default 1.</summary>
    public long Seed { get; init; } = 1;
}
