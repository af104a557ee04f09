using NarFormer.Encoding;

namespace NarFormer.Training.Runs;

/// <summary>A split as predictors see it.</summary>
/// <param name="Networks">The encoded networks or cells.</param>
/// <param name="Labels">What is to be predicted for each, in the same order.</param>
public sealed record LabelledNetworks(IReadOnlyList<EncodedNetwork> Networks, IReadOnlyList<double> Labels);
