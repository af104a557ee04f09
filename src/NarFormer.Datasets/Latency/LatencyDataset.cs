using System.Security.Cryptography;
using Google.Protobuf;
using NarFormer.Datasets.Campaign;
using NarFormer.Onnx.Schema;
using NarFormer.Zoo;

namespace NarFormer.Datasets.Latency;

/// <summary>
/// Networks of the zoo with measured latencies. The networks themselves are not stored: family and seed make them again,
/// byte for byte.
/// </summary>
public sealed class LatencyDataset
{
    private readonly string _folder;
    private readonly Lazy<IReadOnlyList<CampaignRecord>> _rounds;

    private LatencyDataset(string folder, MeasuredEnvironment environment, IReadOnlyList<LatencyRow> rows)
    {
        _folder = folder;
        Environment = environment;
        Rows = rows;
        _rounds = new(() => RoundsFile.Read(Path.Combine(folder, RoundsFile.Name)));
    }

    /// <summary>The machine that measured.</summary>
    public MeasuredEnvironment Environment { get; }

    /// <summary>The networks.</summary>
    public IReadOnlyList<LatencyRow> Rows { get; }

    /// <summary>The hash of the table of networks and labels, hexadecimal: it names the version of the data set.</summary>
    public string TableHash => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, NetworksFile.Name))));

    /// <summary>Every round as it was measured; read when first asked for.</summary>
    /// <exception cref="InvalidDataException">The file of rounds is not one; the message names file and line.</exception>
    public IReadOnlyList<CampaignRecord> Rounds => _rounds.Value;

    /// <summary>Loads the data set of a folder.</summary>
    /// <exception cref="InvalidDataException">A file is not what it should be; the message names file and line.</exception>
    /// <exception cref="IOException">A file is missing.</exception>
    public static LatencyDataset Load(string folder)
    {
        var environment = MeasuredEnvironment.Read(Path.Combine(folder, MeasuredEnvironment.FileName));
        var rows = NetworksFile.Read(Path.Combine(folder, NetworksFile.Name));
        return rows.Count > 0 ? new LatencyDataset(folder, environment, rows) : throw new InvalidDataException($"{Path.Combine(folder, NetworksFile.Name)}: there are no networks");
    }

    /// <summary>The networks of <paramref name="split"/>.</summary>
    public IEnumerable<LatencyRow> Split(DataSplit split) => Rows.Where(r => r.Split == split);

    /// <summary>Makes the network of <paramref name="row"/> again.</summary>
    /// <exception cref="InvalidDataException">The zoo makes another network today than the one that was measured.</exception>
    public ModelProto Generate(LatencyRow row)
    {
        var model = ZooCatalog.Find(row.Family).Generate(row.Seed);
        string hash = NetworkHash.Of(model.ToByteArray());
        return hash == row.Sha256
            ? model
            : throw new InvalidDataException($"{_folder}: {row.Name} was measured as {row.Sha256} but the zoo makes {hash}: the labels do not belong to this version of the zoo");
    }
}
