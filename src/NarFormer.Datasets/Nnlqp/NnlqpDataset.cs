using NarFormer.Graphs;
using NarFormer.Onnx;

namespace NarFormer.Datasets.Nnlqp;

/// <summary>A folder in the layout of NNLQP: <see cref="NnlqpLabels.FileName"/> and the ONNX files that it names.</summary>
public sealed class NnlqpDataset
{
    private readonly string _folder;
    private readonly OnnxReader _reader = new();

    private NnlqpDataset(string folder, IReadOnlyList<NnlqpRow> rows, int missing) => (_folder, Rows, Missing) = (folder, rows, missing);

    /// <summary>The labels whose networks are there, in the order of the file.</summary>
    public IReadOnlyList<NnlqpRow> Rows { get; }

    /// <summary>Labels that were left out because their networks are not there, as the published code does.</summary>
    public int Missing { get; }

    /// <summary>Loads labels and looks which networks are there.</summary>
    /// <exception cref="InvalidDataException">A line of labels is not one, or no network is there; the message names the file.</exception>
    /// <exception cref="IOException">There are no labels.</exception>
    public static NnlqpDataset Load(string folder)
    {
        string labels = Path.Combine(folder, NnlqpLabels.FileName);
        var all = NnlqpLabels.Read(labels);
        NnlqpRow[] present = [.. all.Where(row => File.Exists(Path.Combine(folder, row.Network)))];
        return present.Length > 0
            ? new NnlqpDataset(folder, present, all.Count - present.Length)
            : throw new InvalidDataException($"{labels}: none of the {all.Count} networks is there, for example {Path.Combine(folder, all[0].Network)}");
    }

    /// <summary>Reads the network of <paramref name="row"/> with the batch that was measured.</summary>
    /// <param name="row">One of <see cref="Rows"/>.</param>
    /// <param name="foldConstants">Whether constants are folded; the published encoding needs them as they were exported.</param>
    /// <exception cref="OnnxException">The file is not a network; the message names it.</exception>
    public NetworkGraph Read(NnlqpRow row, bool foldConstants = true) =>
        _reader.Read(Path.Combine(_folder, row.Network), new OnnxReadOptions { Batch = row.Batch, FoldConstants = foldConstants });
}
