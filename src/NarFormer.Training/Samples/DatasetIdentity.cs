using System.Security.Cryptography;
using NarFormer.Datasets.Latency;
using NarFormer.Store;

namespace NarFormer.Training.Samples;

/// <summary>What a predictor says of the data set that it learnt from.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Platform">The full name of the platform that the labels are for.</param>
/// <param name="Sha256">The hash of networks and labels, hexadecimal.</param>
public sealed record DatasetIdentity(string Name, string Platform, string Sha256)
{
    /// <summary>The identity of what is at <paramref name="path"/>: the folder of a latency data set, or a snapshot of a store.</summary>
    /// <exception cref="InvalidDataException">It cannot be read; the message names it.</exception>
    public static DatasetIdentity Of(string path)
    {
        if (File.Exists(path)) return OfSnapshot(path);
        var dataset = LatencyDataset.Load(path);
        return new DatasetIdentity(Path.GetFileName(path.TrimEnd('/')), dataset.Environment.PlatformName, dataset.TableHash);
    }

    private static DatasetIdentity OfSnapshot(string path)
    {
        string line = File.ReadLines(path).FirstOrDefault() ?? throw new InvalidDataException($"{path}: there are no networks");
        var measurements = StoreLine.Read(line).Measurements;
        if (measurements.Count == 0) throw new InvalidDataException($"{path}:1: there is no measurement");
        return new DatasetIdentity("store", measurements[0].Platform, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
    }
}
