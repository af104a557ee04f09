namespace NarFormer.Training.Studies;

/// <summary>A variation of a study with one seed.</summary>
/// <param name="Variation">The name of the variation.</param>
/// <param name="Seed">The seed, which also divides the data where that is done at random.</param>
/// <param name="Threads">Threads for arithmetic.</param>
/// <param name="Seconds">Wall time of training, s, summed over members.</param>
/// <param name="Validation">The scores of the members' mean on the validation split by name.</param>
/// <param name="Test">The scores of the members' mean on the test split by name.</param>
/// <param name="Members">The trainings whose mean it is.</param>
public sealed record StudyRun(
    string Variation,
    long Seed,
    int Threads,
    double Seconds,
    IReadOnlyDictionary<string, double> Validation,
    IReadOnlyDictionary<string, double> Test,
    IReadOnlyList<MemberRun> Members)
{
    /// <summary>Parameters of each network; 0 for what is no network.</summary>
    public long Parameters { get; init; }

    /// <summary>The scores of the members' mean on the test split by family and name; empty for cells.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Families { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
}
