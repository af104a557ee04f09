using Parquet;
using Parquet.Serialization;

namespace NarFormer.Datasets.Vectors;

/// <summary>Vectors as Parquet: the columns <c>id</c>, <c>prediction</c> and <c>vector</c>, a list of floats.</summary>
internal static class ParquetVectors
{
    private static readonly ParquetOptions Options = new() { CompressionMethod = CompressionMethod.Zstd };

    public static async Task WriteAsync(NetworkVectors vectors, Stream stream, CancellationToken cancellation)
    {
        var rows = vectors.Ids.Select((id, i) => new VectorRow { Id = id, Prediction = vectors.Predictions[i], Vector = [.. vectors[i]] });
        await ParquetSerializer.SerializeAsync(rows, stream, Options, vectors.About, cancellation).ConfigureAwait(false);
    }

    /// <exception cref="InvalidDataException">The file is no such table.</exception>
    public static async Task<NetworkVectors> ReadAsync(string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        try
        {
            await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: cancellation).ConfigureAwait(false);
            var about = reader.CustomMetadata;
            stream.Position = 0;
            var rows = (await ParquetSerializer.DeserializeAsync<VectorRow>(stream, cancellationToken: cancellation).ConfigureAwait(false)).Data;
            if (rows.Any(r => r.Vector.Count != rows[0].Vector.Count)) throw new InvalidDataException("the vectors differ in width");
            return new NetworkVectors([.. rows.Select(r => r.Id)], [.. rows.Select(r => r.Prediction)], [.. rows.SelectMany(r => r.Vector)], about);
        }
        catch (Exception e) when (e is ParquetException or InvalidCastException or NotSupportedException or ArgumentException or IOException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
