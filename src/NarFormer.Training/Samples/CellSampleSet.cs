namespace NarFormer.Training.Samples;

/// <summary>The cells of a file by what they are for.</summary>
/// <param name="Training">What weights are fitted to.</param>
/// <param name="Validation">What the epoch is chosen by.</param>
/// <param name="Test">What figures are reported on.</param>
public sealed record CellSampleSet(IReadOnlyList<CellSample> Training, IReadOnlyList<CellSample> Validation, IReadOnlyList<CellSample> Test)
{
    /// <summary>The cells of all parts; one that is in two stands there twice.</summary>
    public IEnumerable<CellSample> All => [.. Training, .. Validation, .. Test];

    /// <summary>The split called <paramref name="name"/>: <c>train</c>, <c>validation</c> or <c>test</c>.</summary>
    /// <exception cref="ArgumentException">There is no such split.</exception>
    public IReadOnlyList<CellSample> Split(string name) => name switch
    {
        "train" => Training,
        "validation" => Validation,
        "test" => Test,
        _ => throw new ArgumentException($"there is no split '{name}': train, validation or test", nameof(name)),
    };
}
