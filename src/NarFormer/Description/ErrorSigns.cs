namespace NarFormer.Description;

/// <summary>The signs of one prediction; see <see cref="ErrorSign"/>.</summary>
/// <param name="Value">The predicted value, above 0.</param>
/// <param name="Nodes">Nodes of the network.</param>
/// <param name="Distance">The distance of its embedding from the training data.</param>
/// <param name="Spread">The spread of an ensemble's members; null where there is one network.</param>
public readonly record struct ErrorSigns(double Value, int Nodes, double Distance, double? Spread)
{
    private const double Smallest = 1e-9;

    /// <summary>The logarithm of <paramref name="sign"/>.</summary>
    /// <exception cref="ArgumentException">The sign is not known of this prediction.</exception>
    public double Log(ErrorSign sign) => Math.Log(Math.Max(Smallest, sign switch
    {
        ErrorSign.Value => Value,
        ErrorSign.Nodes => Nodes,
        ErrorSign.Distance => Distance,
        ErrorSign.Spread when Spread is { } spread => spread,
        _ => throw new ArgumentException($"this prediction has no {sign}", nameof(sign)),
    }));
}
