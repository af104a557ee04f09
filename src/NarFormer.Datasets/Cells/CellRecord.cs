using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Cells;

/// <summary>A cell with what is known of it.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Labels">Its labels by name, in the unit of the file.</param>
/// <param name="Part">The part of the data set that its file puts it in, for example <c>train</c>; empty if the file does not say.</param>
public sealed record CellRecord(CellArchitecture Cell, IReadOnlyDictionary<string, double> Labels, string Part = "");
