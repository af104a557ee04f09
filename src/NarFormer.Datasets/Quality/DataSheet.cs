using NarFormer.Datasets.Latency;

namespace NarFormer.Datasets.Quality;

/// <summary>What a user of a latency data set should know about it.</summary>
/// <param name="Networks">Networks.</param>
/// <param name="Families">The networks by family.</param>
/// <param name="Duplicates">Networks that are the same graph as another one.</param>
/// <param name="Rounds">Rounds measured, anchors and repeats included.</param>
/// <param name="Begin">When the first round began.</param>
/// <param name="End">When the last round began.</param>
/// <param name="Drift">How the machine changed meanwhile.</param>
/// <param name="Noise">How well the labels repeat; <see langword="null"/> where nothing was measured again.</param>
public sealed record DataSheet(
    int Networks, IReadOnlyList<FamilySheet> Families, int Duplicates, int Rounds, DateTimeOffset Begin, DateTimeOffset End, DriftSheet Drift, NoiseSheet? Noise)
{
    /// <summary>Describes <paramref name="dataset"/>.</summary>
    /// <exception cref="InvalidDataException">The rounds cannot be read or there are none; the message names file and line.</exception>
    public static DataSheet Of(LatencyDataset dataset)
    {
        var rounds = dataset.Rounds;
        if (rounds.Count == 0) throw new InvalidDataException("the data set has no rounds");
        var drift = DriftModel.Fit(rounds);
        return new DataSheet(
            dataset.Rows.Count,
            [.. dataset.Rows.GroupBy(r => r.Family, StringComparer.Ordinal).Select(FamilySheet.Of)],
            dataset.Rows.Count - dataset.Rows.Select(r => r.Graph).Distinct(StringComparer.Ordinal).Count(),
            rounds.Count,
            rounds.Min(r => r.At),
            rounds.Max(r => r.At),
            DriftSheet.Of(rounds, drift),
            NoiseSheet.Of(rounds));
    }
}
