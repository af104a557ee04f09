using NarFormer.Datasets.Profiles;

namespace NarFormer.Training.Samples;

/// <summary>Reads the times of kernels that a data set has for its networks.</summary>
internal static class KernelCostsLoader
{
    /// <summary>The costs of each of <paramref name="samples"/>, from the profiles in the folder <paramref name="dataset"/>.</summary>
    /// <exception cref="InvalidDataException">There are no profiles, or none of one of the networks; the message names it.</exception>
    public static IReadOnlyList<KernelCosts> Load(string dataset, IReadOnlyList<TrainingSample> samples)
    {
        string path = Path.Combine(dataset, ProfileLog.FileName);
        if (!File.Exists(path)) throw new InvalidDataException($"{path}: there is no such file; narformer-train dataset profile makes it");
        var profiles = ProfileLog.Read(path).ToDictionary(p => (p.Family, p.Seed));
        return
        [
            .. samples.Select(sample => profiles.TryGetValue((sample.Family, sample.Seed), out var profile)
                ? KernelCosts.Of(profile, sample.LatencyMs, sample.Network.NodeCount)
                : throw new InvalidDataException($"{path}: has no profile of {sample.Family}-{sample.Seed}; narformer-train dataset profile goes on where it stopped")),
        ];
    }
}
