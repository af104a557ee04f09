using System.IO.Compression;

namespace NarFormer.Store.Sql;

/// <summary>Models as they lie in the store: without weights they are mostly names, which shrink to a tenth.</summary>
internal static class CompressedModel
{
    private const int BlockBytes = 64 << 10;
    private const long MostBytes = 128L << 20;

    public static byte[] Of(ReadOnlyMemory<byte> model)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal)) brotli.Write(model.Span);
        return compressed.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no such model, or one larger than any that is read.</exception>
    public static byte[] Expand(byte[] compressed)
    {
        using var model = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(compressed, writable: false), CompressionMode.Decompress);
        byte[] block = new byte[BlockBytes];
        try
        {
            for (int read = brotli.Read(block); read > 0; read = brotli.Read(block))
            {
                if (model.Length + read > MostBytes) throw new InvalidDataException($"a stored model is larger than {MostBytes >> 20} MB");
                model.Write(block, 0, read);
            }
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException($"a stored model is damaged: {e.Message}", e);
        }

        return model.ToArray();
    }
}
