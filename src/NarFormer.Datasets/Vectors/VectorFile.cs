namespace NarFormer.Datasets.Vectors;

/// <summary>Files of vectors: Parquet or safetensors, by the extension of their names.</summary>
public static class VectorFile
{
    private const string Parquet = ".parquet";
    private const string Safetensors = ".safetensors";

    /// <summary>Refuses a name that says no format.</summary>
    /// <exception cref="ArgumentException">The extension is neither <c>.parquet</c> nor <c>.safetensors</c>.</exception>
    public static void RequireFormat(string path) => _ = FormatOf(path);

    /// <summary>Writes <paramref name="vectors"/> to a temporary name beside <paramref name="path"/> and then renames it.</summary>
    /// <exception cref="ArgumentException">The extension is neither <c>.parquet</c> nor <c>.safetensors</c>.</exception>
    public static async Task WriteAsync(NetworkVectors vectors, string path, CancellationToken cancellation)
    {
        string format = FormatOf(path), temporary = path + ".tmp";
        await using (var stream = File.Create(temporary))
        {
            if (format == Parquet) await ParquetVectors.WriteAsync(vectors, stream, cancellation).ConfigureAwait(false);
            else SafetensorsVectors.FileOf(vectors).Write(stream);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads the vectors at <paramref name="path"/>.</summary>
    /// <exception cref="ArgumentException">The extension is neither <c>.parquet</c> nor <c>.safetensors</c>.</exception>
    /// <exception cref="InvalidDataException">The file holds no vectors; the message names it.</exception>
    public static async Task<NetworkVectors> ReadAsync(string path, CancellationToken cancellation)
    {
        string format = FormatOf(path);
        try
        {
            return format == Parquet ? await ParquetVectors.ReadAsync(path, cancellation).ConfigureAwait(false) : SafetensorsVectors.Read(path);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: not a file of vectors: {e.Message}", e);
        }
    }

    private static string FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        Parquet => Parquet,
        Safetensors => Safetensors,
        var other => throw new ArgumentException($"{path}: vectors are kept in {Parquet} or {Safetensors} files, not '{other}'"),
    };
}
