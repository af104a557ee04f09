namespace NarFormer.Description;

/// <summary>How the expected error of a prediction depends on one sign.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="Weight">The power of the sign that the expected error is proportional to.</param>
/// <param name="Low">The logarithm of the lowest value that the weight was fitted to; what is lower counts as that.</param>
/// <param name="High">
/// The logarithm of the highest value that the weight was fitted to; what is higher counts as that, but for
/// <see cref="ErrorSign.Distance"/> and <see cref="ErrorSign.Spread"/>, with which the error goes on growing.
/// </param>
public sealed record ErrorScaleTerm(ErrorSign Sign, double Weight, double Low, double High)
{
    /// <summary>Whether more of <paramref name="sign"/> never means a smaller error.</summary>
    public static bool Grows(ErrorSign sign) => sign is ErrorSign.Distance or ErrorSign.Spread;

    /// <summary>The part of the logarithm of the expected error.</summary>
    public double Of(in ErrorSigns signs)
    {
        double log = Math.Max(Low, signs.Log(Sign));
        return Weight * (Grows(Sign) ? log : Math.Min(High, log));
    }
}
