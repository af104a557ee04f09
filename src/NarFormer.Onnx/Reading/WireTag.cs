namespace NarFormer.Onnx.Reading;

/// <summary>What stands before a field of the wire format.</summary>
/// <param name="Field">The field's number.</param>
/// <param name="Type">How the field is stored.</param>
internal readonly record struct WireTag(int Field, WireType Type);
