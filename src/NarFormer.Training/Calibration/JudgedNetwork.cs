using NarFormer.Description;
using NarFormer.Familiarity;

namespace NarFormer.Training.Calibration;

/// <summary>A network of known label as a predictor judges it.</summary>
/// <param name="Family">Its family.</param>
/// <param name="Label">What is to be predicted.</param>
/// <param name="Signs">What the predictor knows when it predicts.</param>
/// <param name="Finding">How the network compares with the training data.</param>
internal sealed record JudgedNetwork(string Family, double Label, ErrorSigns Signs, FamiliarityFinding Finding)
{
    /// <summary><c>|ln(prediction / label)|</c>.</summary>
    public double LogError => Math.Abs(Math.Log(Signs.Value / Label));

    /// <summary>Judges each of <paramref name="networks"/> by <paramref name="familiarity"/>.</summary>
    public static JudgedNetwork[] Of(PredictedNetworks networks, FamiliarityModel familiarity) =>
    [
        .. networks.Networks.Select((network, i) =>
        {
            var finding = familiarity.Check(network, networks.Embeddings[i]);
            var signs = new ErrorSigns(networks.Predictions[i], network.NodeCount, finding.EmbeddingDistance, networks.Spreads?[i]);
            return new JudgedNetwork(networks.Families[i], networks.Labels[i], signs, finding);
        }),
    ];
}
