using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx;

/// <summary>Questions about the stored values of a tensor.</summary>
internal static class TensorData
{
    /// <summary>Whether the file holds the values, or the tensor has no elements.</summary>
    public static bool IsPresent(TensorProto tensor) =>
        tensor.RawData.Length > 0 || tensor.FloatData.Count > 0 || tensor.Int32Data.Count > 0 || tensor.Int64Data.Count > 0
        || tensor.DoubleData.Count > 0 || tensor.Uint64Data.Count > 0 || tensor.StringData.Count > 0 || tensor.Dims.Contains(0);
}
