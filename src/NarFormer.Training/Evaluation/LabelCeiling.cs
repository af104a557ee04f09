using NarFormer.Training.Samples;

namespace NarFormer.Training.Evaluation;

/// <summary>
/// How well the order of one label can be known from another, and from what an encoding tells apart: predictions that cheat,
/// scored as a predictor would be.
/// </summary>
/// <param name="Cells">Cells.</param>
/// <param name="Encodings">How many of them are encoded differently.</param>
/// <param name="TrainingLabel">The label that is trained on, of the very cell, as the prediction.</param>
/// <param name="TrainingMean">Its mean over all cells that are encoded alike, as the prediction.</param>
/// <param name="TestMean">The mean of the label that is reported on over all cells that are encoded alike, as the prediction.</param>
public sealed record LabelCeiling(int Cells, int Encodings, LabelCeiling.Taus TrainingLabel, LabelCeiling.Taus TrainingMean, LabelCeiling.Taus TestMean)
{
    /// <summary>Kendall's tau-b of a prediction.</summary>
    /// <param name="Training">Against the label that is trained on.</param>
    /// <param name="Test">Against the label that is reported on.</param>
    public readonly record struct Taus(double Training, double Test);

    /// <summary>The ceiling over <paramref name="cells"/>, each once.</summary>
    public static LabelCeiling Of(IReadOnlyList<CellSample> cells)
    {
        double[] training = [.. cells.Select(c => c.Label)], test = [.. cells.Select(c => c.TestLabel)];
        var classes = new EncodingClasses();
        int[][] alike = [.. Enumerable.Range(0, cells.Count).GroupBy(i => classes.Of(cells[i].Network)).Select(g => g.ToArray())];
        return new LabelCeiling(cells.Count, alike.Length, Score(training), Score(Means(training)), Score(Means(test)));

        Taus Score(double[] prediction) => new(KendallTau.Of(prediction, training), KendallTau.Of(prediction, test));

        double[] Means(double[] labels)
        {
            double[] means = new double[labels.Length];
            foreach (int[] group in alike)
            {
                double mean = group.Average(i => labels[i]);
                foreach (int i in group) means[i] = mean;
            }

            return means;
        }
    }
}
