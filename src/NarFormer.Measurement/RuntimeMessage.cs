using Microsoft.ML.OnnxRuntime;

namespace NarFormer.Measurement;

/// <summary>What ONNX Runtime says of a failure.</summary>
internal static class RuntimeMessage
{
    /// <summary>The first line of the message. The others are of nodes that suffer from the first.</summary>
    public static string FirstLine(OnnxRuntimeException exception) => exception.Message.Trim().Split('\n')[0];
}
