using Google.Protobuf;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx;

/// <summary>Writes ONNX models.</summary>
public static class OnnxWriter
{
    /// <summary>Writes <paramref name="model"/> to a temporary name beside <paramref name="path"/> and then renames it.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(ModelProto model, string path)
    {
        string temporary = path + ".tmp";
        using (var stream = File.Create(temporary)) model.WriteTo(stream);
        File.Move(temporary, path, overwrite: true);
    }
}
