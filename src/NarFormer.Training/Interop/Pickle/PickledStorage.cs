namespace NarFormer.Training.Interop.Pickle;

/// <summary>Raw elements that lie in an archive entry of their own.</summary>
/// <param name="DataType">The element type as safetensors calls it.</param>
/// <param name="Key">The entry's name within the archive's <c>data</c> folder.</param>
/// <param name="Elements">The number of elements.</param>
internal sealed record PickledStorage(string DataType, string Key, long Elements);
