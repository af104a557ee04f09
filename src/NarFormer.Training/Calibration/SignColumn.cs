using NarFormer.Description;

namespace NarFormer.Training.Calibration;

/// <summary>The logarithms of one sign of many predictions.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation; 1 if they are all the same.</param>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest.</param>
/// <param name="Standardized">The logarithms with mean 0 and deviation 1.</param>
internal sealed record SignColumn(ErrorSign Sign, double Mean, double Deviation, double Low, double High, double[] Standardized)
{
    public static SignColumn Of(ErrorSign sign, IReadOnlyList<ErrorSample> samples)
    {
        double[] logs = [.. samples.Select(s => s.Signs.Log(sign))];
        double mean = logs.Average(), deviation = Math.Sqrt(logs.Average(l => (l - mean) * (l - mean)));
        if (deviation == 0) deviation = 1;
        return new SignColumn(sign, mean, deviation, logs.Min(), logs.Max(), [.. logs.Select(l => (l - mean) / deviation)]);
    }
}
