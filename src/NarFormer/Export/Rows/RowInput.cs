namespace NarFormer.Export.Rows;

/// <summary>What work on rows takes.</summary>
/// <param name="Name">[rows, width], or [rows] of integers.</param>
/// <param name="Width">The width; null for integers.</param>
internal readonly record struct RowInput(string Name, int? Width = null);
