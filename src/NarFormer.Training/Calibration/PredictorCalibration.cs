using NarFormer.Description;
using NarFormer.Familiarity;

namespace NarFormer.Training.Calibration;

/// <summary>
/// What a predictor knows about its own errors. What is familiar comes from the training split; limits, widths and scales come
/// from the validation split alone.
/// </summary>
/// <param name="Familiarity">What it takes for like its training data.</param>
/// <param name="ErrorQuantiles">How far predictions lie off, one width for all.</param>
/// <param name="ErrorScale">How far each prediction lies off; null if there are too few validation networks.</param>
internal sealed record PredictorCalibration(FamiliarityModel Familiarity, IReadOnlyList<ErrorQuantile> ErrorQuantiles, ErrorScale? ErrorScale)
{
    /// <summary>The coverages that intervals are made for.</summary>
    public static readonly IReadOnlyList<double> Coverages = [0.5, 0.8, 0.9, 0.95];

    /// <summary>Calibrates.</summary>
    public static PredictorCalibration Of(PredictedNetworks training, PredictedNetworks validation)
    {
        var familiarity = FamiliarityFit.Of(training, validation);
        var judged = JudgedNetwork.Of(validation, familiarity);
        double[] errors = [.. judged.Select(j => j.LogError)];
        return new PredictorCalibration(
            familiarity,
            [.. Coverages.Select(c => new ErrorQuantile(c, ConformalQuantile.Of(errors, c)))],
            ErrorScaleFit.Of([.. judged.Select(j => new ErrorSample(j.Signs, j.LogError))], Coverages));
    }
}
