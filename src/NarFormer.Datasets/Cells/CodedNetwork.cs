namespace NarFormer.Datasets.Cells;

/// <summary>An architecture by the code that its search space builds the whole network of.</summary>
/// <param name="Place">Where it stands, for messages: <c>file.csv:12</c>.</param>
/// <param name="Id">What the file calls it; the code if it does not say.</param>
/// <param name="Code">The code, as <see cref="NarFormer.Zoo.Spaces.ISearchSpace.Build"/> takes it.</param>
/// <param name="Labels">Its labels by name, in the unit of the file.</param>
/// <param name="Part">The part of the data set that its file puts it in, for example <c>train</c>; empty if the file does not say.</param>
public sealed record CodedNetwork(string Place, string Id, string Code, IReadOnlyDictionary<string, double> Labels, string Part);
