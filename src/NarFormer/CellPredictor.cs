using System.Collections.Concurrent;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Description;
using NarFormer.Encoding;
using NarFormer.Encoding.Cells;
using NarFormer.Files;
using NarFormer.Graphs.Cells;
using NarFormer.Runtime;

namespace NarFormer;

/// <summary>Predicts what cells of a search space will do, by a predictor file. It may be shared between threads.</summary>
public sealed class CellPredictor : IDisposable
{
    private const int NodesOfABatch = 2_000;

    private readonly PredictorSession _session;
    private readonly CellsDescription _cells;
    private readonly ICellEncoding _encoding;

    private CellPredictor(PredictorDescription description, string version, CellsDescription cells, PredictorSession session)
    {
        Description = description;
        Version = version;
        _cells = cells;
        _session = session;
        Cells = new CellSpace(cells.Space, cells.Operations);
        _encoding = CellEncodings.Find(description.Encoding, cells.Operations);
    }

    /// <summary>What the predictor says about itself.</summary>
    public PredictorDescription Description { get; }

    /// <summary>The name and the beginning of the file's hash: see <see cref="PredictorFile.Version"/>.</summary>
    public string Version { get; }

    /// <summary>The name of the space that the predictor knows.</summary>
    public string Space => _cells.Space;

    /// <summary>The space with the operations that the predictor knows.</summary>
    public CellSpace Cells { get; }

    /// <summary>Whether the lowest prediction is the best, as of latency.</summary>
    public bool LowestIsBest => _cells.LowestIsBest;

    /// <summary>Loads the predictor file at <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">The file is not a predictor of cells, or needs an encoding that is not known; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CellPredictor Load(string path)
    {
        var file = PredictorFile.Read(path);
        var cells = file.Description.Cells ?? throw new InvalidDataException($"{path}: predicts {file.Description.Predicts} of whole networks, not of cells");
        try
        {
            return new CellPredictor(file.Description, file.Version, cells, new PredictorSession(file.Model, file.Description.Network.Edges));
        }
        catch (Exception e) when (e is OnnxRuntimeException or ArgumentException)
        {
            throw new InvalidDataException($"{path}: not a predictor that can be used: {e.Message}", e);
        }
    }

    /// <summary>Loads a predictor that is installed with this library, by name.</summary>
    /// <exception cref="InvalidDataException">There is none of that name; the message lists those there are.</exception>
    public static CellPredictor LoadBundled(string name) => Load(BundledPredictors.PathOf(name));

    /// <summary>The prediction for one cell, in the predictor's unit.</summary>
    /// <exception cref="ArgumentException">The cell has an operation that the predictor does not know; the message names it.</exception>
    public double Predict(CellArchitecture cell) => PredictMany([cell]).Single();

    /// <summary>Predictions for many cells, in their order, as they are asked for, on all processors.</summary>
    /// <exception cref="ArgumentException">A cell has an operation that the predictor does not know; the message names it.</exception>
    public IEnumerable<double> PredictMany(IEnumerable<CellArchitecture> cells) =>
        InBatches(NodeBudget.Split(cells, c => c.Operations.Count, NodesOfABatch), batch => Predictions([.. batch.Select(Encode)]));

    /// <summary>Predictions for many encoded cells, in their order, as they are asked for, on all processors.</summary>
    /// <exception cref="ArgumentException">The cells were not made by this predictor's encoding.</exception>
    public IEnumerable<double> PredictMany(IEnumerable<EncodedNetwork> cells) =>
        InBatches(NodeBudget.Split(cells, c => c.NodeCount, NodesOfABatch), Predictions);

    /// <summary>A vector for <paramref name="cell"/> in which cells that are alike lie near, <c>[hidden]</c>.</summary>
    /// <exception cref="ArgumentException">The cell has an operation that the predictor does not know; the message names it.</exception>
    public float[] Embed(CellArchitecture cell) => Run([Encode(cell)]).Embeddings;

    /// <summary>Vectors of many cells with their predictions, in their order, as they are asked for, on all processors.</summary>
    /// <exception cref="ArgumentException">A cell has an operation that the predictor does not know; the message names it.</exception>
    public IEnumerable<NetworkEmbedding> EmbedMany(IEnumerable<CellArchitecture> cells) =>
        InBatches(NodeBudget.Split(cells, c => c.Operations.Count, NodesOfABatch), batch => Run([.. batch.Select(Encode)]).Embedded(Value));

    /// <summary>The cell as the predictor sees it.</summary>
    /// <exception cref="ArgumentException">The cell has an operation that the predictor does not know; the message names it.</exception>
    public EncodedNetwork Encode(CellArchitecture cell)
    {
        Require(cell);
        return _encoding.Encode(_cells.Prune ? cell.Without(CellSpace.None) : cell);
    }

    /// <summary>The value that <paramref name="score"/> of a network stands for.</summary>
    public static double ValueOf(double score, IReadOnlyList<ScoreKnot> calibration) => ScoreLine.At(calibration, score);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private void Require(CellArchitecture cell)
    {
        try
        {
            Cells.Require(cell);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"predictor {Description.Name}: cell {(cell.Id.Length > 0 ? $"'{cell.Id}'" : string.Join(' ', cell.Operations))}: {e.Message}", nameof(cell), e);
        }
    }

    private static IEnumerable<TResult> InBatches<T, TResult>(IEnumerable<IReadOnlyList<T>> batches, Func<IReadOnlyList<T>, TResult[]> run) =>
        ParallelResults.Of(Partitioner.Create(batches, EnumerablePartitionerOptions.NoBuffering)
            .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).SelectMany(run));

    private double Value(double score) => ScoreLine.At(_cells.Calibration, score);

    private double[] Predictions(IReadOnlyList<EncodedNetwork> cells) => [.. Run(cells).Predictions.Select(p => Value(p))];

    private PredictorOutputs Run(IReadOnlyList<EncodedNetwork> cells)
    {
        var batch = PackedBatch.Of(cells);
        if (batch.NodeFeatureCount != Description.Network.NodeFeatures || batch.StaticFeatureCount != Description.Network.StaticFeatures)
            throw new ArgumentException($"predictor {Description.Name} takes {Description.Network.NodeFeatures} node and {Description.Network.StaticFeatures} static features, not {batch.NodeFeatureCount} and {batch.StaticFeatureCount}", nameof(cells));
        return _session.Run(batch);
    }
}
