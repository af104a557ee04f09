namespace NarFormer.Onnx.Shapes;

/// <summary>A batch size that takes the place of the one in the file.</summary>
/// <param name="From">The batch in the file.</param>
/// <param name="To">The batch asked for.</param>
internal sealed record BatchChange(long From, long To);
