using System.Globalization;

namespace NarFormer.Training.Evaluation;

/// <summary>The raw output behind scores: a comma-separated row for each network.</summary>
public static class PredictionTable
{
    /// <summary>
    /// Writes <c>family, seed, nodes, latencyMs</c> and a column of predictions in ms for each predictor to <paramref name="path"/>.
    /// </summary>
    public static void Write(LatencyEvaluation evaluation, string path) =>
        Write([.. evaluation.Predictors.Select((p, i) => (p.Name, evaluation.Networks[i]))], path);

    /// <summary>Writes the same table of predictors by name, all for the same networks in the same order.</summary>
    public static void Write(IReadOnlyList<(string Name, IReadOnlyList<ScoredNetwork> Networks)> predictors, string path)
    {
        string temporary = path + ".tmp";
        using (var writer = new StreamWriter(temporary) { NewLine = "\n" })
        {
            writer.WriteLine("family,seed,nodes,latencyMs," + string.Join(',', predictors.Select(p => p.Name)));
            for (int row = 0; row < predictors[0].Networks.Count; row++)
            {
                var network = predictors[0].Networks[row];
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{network.Family},{network.Seed},{network.Nodes},{network.Truth}"));
                foreach (var (_, networks) in predictors) writer.Write(string.Create(CultureInfo.InvariantCulture, $",{networks[row].Prediction:G7}"));
                writer.WriteLine();
            }
        }

        File.Move(temporary, path, overwrite: true);
    }
}
