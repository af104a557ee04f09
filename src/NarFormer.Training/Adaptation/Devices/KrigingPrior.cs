namespace NarFormer.Training.Adaptation.Devices;

/// <summary>What is believed of a device before anything is measured on it, as shares of the variance of its logarithms.</summary>
/// <param name="Own">The share that known devices do not explain, 0 to 1: smooth over the space; 1 is a device like no other.</param>
/// <param name="Noise">The variance of a measurement beside it.</param>
internal sealed record KrigingPrior(double Own, double Noise)
{
    private static readonly double[] Shares = [0.005, 0.02, 0.06, 0.2, 0.5, 1];

    private static readonly double[] Noises = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3];

    /// <summary>The alternatives.</summary>
    public static IReadOnlyList<KrigingPrior> All { get; } = [.. from own in Shares from noise in Noises select new KrigingPrior(own, noise)];

    /// <summary>The alternatives for a device of which no other is known.</summary>
    public static IReadOnlyList<KrigingPrior> Alone { get; } = [.. Noises.Select(noise => new KrigingPrior(1, noise))];
}
