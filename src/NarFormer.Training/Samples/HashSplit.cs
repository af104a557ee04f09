using NarFormer.Datasets;

namespace NarFormer.Training.Samples;

/// <summary>
/// Divides networks 80/10/10 by their hash alone: a network stays in its split however many others come, so that what a
/// predictor is held against was never learnt from.
/// </summary>
public static class HashSplit
{
    private const int Tenths = 10;
    private const int Digits = 8;

    /// <summary>The split of the network <paramref name="hash"/>.</summary>
    public static DataSplit Of(string hash) => (Convert.ToUInt32(hash[..Digits], 16) % Tenths) switch
    {
        0 => DataSplit.Test,
        1 => DataSplit.Validation,
        _ => DataSplit.Train,
    };
}
