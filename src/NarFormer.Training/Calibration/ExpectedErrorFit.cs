using NarFormer.Description;

namespace NarFormer.Training.Calibration;

/// <summary>
/// Fits the expected error of a prediction as a product of powers of its signs. Signs of which more cannot mean a smaller
/// error are left out where the samples say it does.
/// </summary>
internal static class ExpectedErrorFit
{
    /// <summary>The fit to <paramref name="samples"/>, without multiples.</summary>
    public static ErrorScale Of(IReadOnlyList<ErrorSample> samples)
    {
        double[] errors = [.. samples.Select(s => s.LogError)];
        List<SignColumn> columns =
        [
            .. Enum.GetValues<ErrorSign>()
                .Where(sign => sign != ErrorSign.Spread || samples.All(s => s.Signs.Spread is not null))
                .Select(sign => SignColumn.Of(sign, samples)),
        ];
        while (true)
        {
            double[] weights = LogLinearRegression.Fit([.. columns.Select(c => c.Standardized)], errors);
            var falling = columns.Zip(weights.Skip(1)).Where(c => ErrorScaleTerm.Grows(c.First.Sign) && c.Second < 0).OrderBy(c => c.Second).Select(c => c.First).FirstOrDefault();
            if (falling is null) return Of(columns, weights);
            columns.Remove(falling);
        }
    }

    private static ErrorScale Of(List<SignColumn> columns, double[] weights)
    {
        ErrorScaleTerm[] terms = [.. columns.Select((c, i) => new ErrorScaleTerm(c.Sign, weights[i + 1] / c.Deviation, c.Low, c.High))];
        return new ErrorScale(weights[0] - columns.Select((c, i) => terms[i].Weight * c.Mean).Sum(), terms, []);
    }
}
