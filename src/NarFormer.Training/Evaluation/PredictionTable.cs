using System.Globalization;

namespace NarFormer.Training.Evaluation;

/// <summary>The raw output behind an evaluation: a comma-separated row for each network.</summary>
public static class PredictionTable
{
    /// <summary>
    /// Writes <c>family, seed, latencyMs</c> and a column of predictions in ms for each predictor to <paramref name="path"/>.
    /// </summary>
    public static void Write(LatencyEvaluation evaluation, string path)
    {
        string temporary = path + ".tmp";
        using (var writer = new StreamWriter(temporary) { NewLine = "\n" })
        {
            writer.WriteLine("family,seed,latencyMs," + string.Join(',', evaluation.Predictors.Select(p => p.Name)));
            for (int row = 0; row < evaluation.Networks[0].Count; row++)
            {
                var network = evaluation.Networks[0][row];
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{network.Family},{network.Seed},{network.Truth}"));
                foreach (var column in evaluation.Networks) writer.Write(string.Create(CultureInfo.InvariantCulture, $",{column[row].Prediction:G7}"));
                writer.WriteLine();
            }
        }

        File.Move(temporary, path, overwrite: true);
    }
}
