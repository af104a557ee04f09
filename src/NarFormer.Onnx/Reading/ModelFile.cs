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
        return ReadWithoutWeights(stream, limits);
    }

    /// <summary>Reads a model from a stream that can be skipped through.</summary>
    /// <exception cref="OnnxException">The stream does not hold a model.</exception>
    public static ModelProto ReadWithoutWeights(Stream stream, OnnxLimits limits)
    {
        if (stream.Length == 0) throw new OnnxException("the file is empty");
        var stripper = new WeightStripper(new WireReader(stream), limits);
        try
        {
            using var stripped = new MemoryStream(stripper.Strip().ToArray(), writable: false);
            using var input = CodedInputStream.CreateWithLimits(stripped, int.MaxValue, limits.Messages);
            return ModelProto.Parser.ParseFrom(input);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new OnnxException($"not an ONNX model: {e.Message}", e);
        }
    }
}
