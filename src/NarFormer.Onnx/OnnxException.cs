namespace NarFormer.Onnx;

/// <summary>An ONNX file cannot be used; the message names the file, and the node or tensor where there is one.</summary>
public sealed class OnnxException : FormatException
{
    /// <summary>Creates the error.</summary>
    public OnnxException()
    {
    }

    /// <summary>Creates the error.</summary>
    public OnnxException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error.</summary>
    public OnnxException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
