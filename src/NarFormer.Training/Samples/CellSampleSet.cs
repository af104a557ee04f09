namespace NarFormer.Training.Samples;

/// <summary>The cells of a file by what they are for.</summary>
/// <param name="Training">What weights are fitted to.</param>
/// <param name="Validation">What the epoch is chosen by.</param>
/// <param name="Test">What figures are reported on.</param>
public sealed record CellSampleSet(IReadOnlyList<CellSample> Training, IReadOnlyList<CellSample> Validation, IReadOnlyList<CellSample> Test);
