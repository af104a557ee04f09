namespace NarFormer.Training.Samples;

/// <summary>The samples of a data set by split.</summary>
/// <param name="Training">What weights and baselines are fitted to.</param>
/// <param name="Validation">What epochs are chosen and intervals are calibrated by.</param>
/// <param name="Test">What figures are reported on.</param>
public sealed record SampleSet(
    IReadOnlyList<TrainingSample> Training, IReadOnlyList<TrainingSample> Validation, IReadOnlyList<TrainingSample> Test)
{
    /// <summary>The split called <paramref name="name"/>: <c>train</c>, <c>validation</c> or <c>test</c>.</summary>
    /// <exception cref="ArgumentException">There is no such split.</exception>
    public IReadOnlyList<TrainingSample> Split(string name) => name switch
    {
        "train" => Training,
        "validation" => Validation,
        "test" => Test,
        _ => throw new ArgumentException($"there is no split '{name}': train, validation or test", nameof(name)),
    };
}
