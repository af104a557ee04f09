using Google.Protobuf;
using NarFormer.Onnx.Schema;

namespace NarFormer.Files;

/// <summary>Reads the metadata of an ONNX file and skips everything else, weights included.</summary>
internal static class MetadataReader
{
    /// <summary>The texts by key, or <see langword="null"/> if <paramref name="file"/> is not an ONNX file.</summary>
    public static Dictionary<string, string>? Read(byte[] file)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var input = new CodedInputStream(file);
        try
        {
            for (uint tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
            {
                if (WireFormat.GetTagFieldNumber(tag) != ModelProto.MetadataPropsFieldNumber)
                {
                    input.SkipLastField();
                    continue;
                }

                var entry = new StringStringEntryProto();
                input.ReadMessage(entry);
                texts[entry.Key] = entry.Value;
            }

            return texts;
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
