using Google.Protobuf;
using NarFormer.Onnx.Schema;

namespace NarFormer.Onnx.Reading;

/// <summary>Opens model files without loading their weights.</summary>
internal static class ModelFile
{
    /// <summary>Reads the model at <paramref name="path"/>; large tensors have dimensions and no values.</summary>
    /// <exception cref="OnnxException">The file is not a model.</exception>
    public static ModelProto ReadWithoutWeights(string path, OnnxLimits limits)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (stream.Length == 0) throw new OnnxException("the file is empty");
        byte[] stripped = new WeightStripper(new WireReader(stream), limits).Strip();
        try
        {
            return ModelProto.Parser.ParseFrom(stripped);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new OnnxException($"not an ONNX model: {e.Message}", e);
        }
    }
}
