using NarFormer.Encoding;

namespace NarFormer.Training.Samples;

/// <summary>A cell of known accuracy, ready for training.</summary>
/// <param name="Id">What the data set calls it.</param>
/// <param name="Label">The label to train on.</param>
/// <param name="TestLabel">The label to report on, which may be another one: trained on validation accuracy, tested on test accuracy.</param>
/// <param name="Network">The encoded cell.</param>
/// <param name="Reordered">The same cell with its nodes in other orders; empty if there is none or the encoding does not see the order.</param>
public sealed record CellSample(string Id, double Label, double TestLabel, EncodedNetwork Network, IReadOnlyList<EncodedNetwork> Reordered);
