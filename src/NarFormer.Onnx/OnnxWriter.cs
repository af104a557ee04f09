using Google.Protobuf;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx;

/// <summary>Writes ONNX models. The same model gives the same bytes, on every machine.</summary>
public static class OnnxWriter
{
    /// <summary>Writes <paramref name="model"/> to <paramref name="path"/>: first under a temporary name beside it, then renamed.</summary>
    /// <exception cref="OnnxException">The model is larger than the 2 GB that the format can hold.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(ModelProto model, string path)
    {
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write)) Write(model, stream);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Writes <paramref name="model"/> to <paramref name="stream"/>.</summary>
    /// <exception cref="OnnxException">The model is larger than the 2 GB that the format can hold.</exception>
    public static void Write(ModelProto model, Stream stream)
    {
        try
        {
            if (model.CalculateSize() < 0) throw TooLarge();
        }
        catch (OverflowException)
        {
            throw TooLarge();
        }

        model.WriteTo(stream);
    }

    private static OnnxException TooLarge() => new("the model is larger than the 2 GB that an ONNX file can hold");
}
