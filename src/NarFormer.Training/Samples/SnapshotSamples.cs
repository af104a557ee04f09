using NarFormer.Encoding;
using NarFormer.Onnx;
using NarFormer.Runtime;
using NarFormer.Store;

namespace NarFormer.Training.Samples;

/// <summary>The samples of a snapshot of a store (see <see cref="StoreSnapshot"/>).</summary>
internal static class SnapshotSamples
{
    private const string UnknownFamily = "unknown";
    private const int SeedDigits = 16;

    /// <exception cref="InvalidDataException">The file is no snapshot; the message names file and line.</exception>
    public static IReadOnlyList<TrainingSample> Load(string path, INetworkEncoding encoding, CancellationToken cancellation)
    {
        var networks = ParallelResults.Of(File.ReadLines(path).Select((text, i) => (Text: text, Place: $"{path}:{i + 1}"))
            .AsParallel().AsOrdered().WithCancellation(cancellation).Select(line => Network(line.Text, line.Place, encoding))).ToList();
        string[] platforms = [.. networks.Select(n => n.Platform).Distinct(StringComparer.Ordinal)];
        return platforms.Length <= 1
            ? [.. networks.Select(n => n.Sample)]
            : throw new InvalidDataException($"{path}: the networks were measured on more than one platform: {string.Join("; ", platforms)}");
    }

    private static (string Platform, TrainingSample Sample) Network(string text, string place, INetworkEncoding encoding)
    {
        try
        {
            var entry = StoreLine.Read(text);
            if (entry.Measurements.Count == 0) throw new InvalidDataException("there is no measurement");
            byte[] model = entry.Model.ToArray();
            var network = entry.Network;
            var sample = SampleLoader.Sample(
                network.Family ?? UnknownFamily, Convert.ToUInt64(network.Hash[..SeedDigits], 16), LabelOf(entry.Measurements), encoding, fold => StoredModel.Read(model, network.Name, fold));
            return (entry.Measurements[0].Platform, sample with { Split = HashSplit.Of(network.Hash), Graph = network.Hash });
        }
        catch (Exception e) when (e is InvalidDataException or OnnxException or ArgumentException)
        {
            throw new InvalidDataException($"{place}: {e.Message}", e);
        }
    }

    // Measurements of more rounds say more.
    private static double LabelOf(IReadOnlyList<StoredMeasurement> measurements)
    {
        double rounds = measurements.Sum(RoundsOf);
        return Math.Exp(measurements.Sum(m => RoundsOf(m) * Math.Log(m.LabelMs)) / rounds);
    }

    private static double RoundsOf(StoredMeasurement measurement) => Math.Max(1, measurement.QuantilesMs.Count / StoredMeasurement.QuantilesOfARound);
}
