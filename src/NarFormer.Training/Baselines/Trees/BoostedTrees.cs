using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace NarFormer.Training.Baselines.Trees;

/// <summary>Gradient-boosted regression trees (LightGBM through ML.NET) on rows of numbers. Not for several threads at once.</summary>
internal sealed class BoostedTrees
{
    private readonly PredictionEngine<Row, Output> _engine;

    private BoostedTrees(PredictionEngine<Row, Output> engine) => _engine = engine;

    /// <summary>Fits trees of <paramref name="size"/> by least squares, on one thread, so that equal data give equal trees.</summary>
    /// <param name="rows"><c>[rows][features]</c>.</param>
    /// <param name="targets"><c>[rows]</c>.</param>
    /// <param name="size">How much they can learn.</param>
    /// <param name="seed">The seed of all random choices.</param>
    public static BoostedTrees Fit(IReadOnlyList<float[]> rows, IReadOnlyList<double> targets, TreeSize size, long seed)
    {
        var ml = new MLContext((int)(seed & int.MaxValue));
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows[0].Length);
        var data = ml.Data.LoadFromEnumerable(rows.Select((r, i) => new Row { Features = r, Label = (float)targets[i] }), schema);
        var model = ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            NumberOfThreads = 1,
            NumberOfLeaves = size.Leaves,
            NumberOfIterations = size.Trees,
            LearningRate = size.LearningRate,
            MinimumExampleCountPerLeaf = 5,
            Silent = true,
        }).Fit(data);
        return new BoostedTrees(ml.Model.CreatePredictionEngine<Row, Output>(model, ignoreMissingColumns: false, schema));
    }

    /// <summary>What the trees say of <paramref name="row"/>, <c>[features]</c>.</summary>
    public double Predict(float[] row) => _engine.Predict(new Row { Features = row }).Score;

    private sealed class Row
    {
        public float[] Features { get; set; } = [];

        public float Label { get; set; }
    }

    private sealed class Output
    {
        public float Score { get; set; }
    }
}
