namespace NarFormer.Training.Evaluation;

/// <summary>Errors of predictions as shares of the truth.</summary>
internal static class RelativeErrors
{
    /// <summary>The error of each prediction, <c>[networks]</c>: 0.05 is 5 %.</summary>
    public static double[] Of(ReadOnlySpan<double> truth, ReadOnlySpan<double> prediction)
    {
        double[] errors = new double[truth.Length];
        for (int i = 0; i < errors.Length; i++) errors[i] = Math.Abs(prediction[i] - truth[i]) / truth[i];
        return errors;
    }

    /// <summary>Their mean.</summary>
    public static double Mean(ReadOnlySpan<double> truth, ReadOnlySpan<double> prediction) => Of(truth, prediction).Average();
}
