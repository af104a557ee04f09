using System.IO.Compression;

namespace NarFormer.Store.Sql;

/// <summary>Models as they lie in the store: without weights they are mostly names, which shrink to a tenth.</summary>
internal static class CompressedModel
{
    public static byte[] Of(ReadOnlyMemory<byte> model)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal)) brotli.Write(model.Span);
        return compressed.ToArray();
    }

    public static byte[] Expand(byte[] compressed)
    {
        using var model = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(compressed, writable: false), CompressionMode.Decompress)) brotli.CopyTo(model);
        return model.ToArray();
    }
}
