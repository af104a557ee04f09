using NarFormer.Onnx;

namespace NarFormer.Cli.Embedding;

/// <summary>Reads and embeds many files, one on each processor, and gives them in their order.</summary>
internal sealed class FileEmbeddings(Predictor predictor, OnnxReadOptions options)
{
    private readonly OnnxReader _reader = new(options with { FoldConstants = predictor.Encoding.FoldsConstants });

    /// <summary>The vector or error of each of <paramref name="files"/>.</summary>
    public IEnumerable<FileEmbedding> Of(IReadOnlyList<string> files, CancellationToken cancellation) =>
        files.AsParallel().AsOrdered().WithCancellation(cancellation).WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(Attempt);

    private FileEmbedding Attempt(string file)
    {
        try
        {
            return new FileEmbedding(file, predictor.EmbedMany([_reader.Read(file)]).Single(), Error: null);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            return new FileEmbedding(file, Network: null, e.Message);
        }
    }
}
