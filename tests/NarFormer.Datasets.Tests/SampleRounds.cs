using Google.Protobuf;
using NarFormer.Datasets.Campaign;
using NarFormer.Zoo;

namespace NarFormer.Datasets.Tests;

/// <summary>Rounds as a campaign would record them, without measuring.</summary>
internal static class SampleRounds
{
    public static readonly DateTimeOffset Start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A round whose runs all take <paramref name="ms"/>.</summary>
    public static CampaignRecord Round(CampaignTaskKind kind, int pass, string family, ulong seed, double seconds, double ms, string sha256 = "0123456789abcdef") => new(
        new CampaignTask(kind, pass, family, seed), sha256, 10, 1, 20, [.. CampaignRecord.Shares.Select(_ => ms)], Start.AddSeconds(seconds));

    /// <summary>
    /// A campaign of real networks of two families, each of <c>seed</c> ms when the machine is quiet; the second pass is
    /// 20 % slower, the repeats are not.
    /// </summary>
    public static IReadOnlyList<CampaignRecord> Campaign()
    {
        string[] families = ["alexnet", "bert"];
        var records = new List<CampaignRecord>();
        double seconds = 0;
        foreach (var (kind, pass, slowdown) in new[] { (CampaignTaskKind.Network, 0, 1.0), (CampaignTaskKind.Network, 1, 1.2), (CampaignTaskKind.Repeat, 0, 1.0) })
        {
            for (ulong seed = 1; seed <= 10; seed++)
            {
                foreach (string family in families)
                {
                    string hash = NetworkHash.Of(ZooCatalog.Find(family).Generate(seed).ToByteArray());
                    records.Add(Round(kind, pass, family, seed, seconds++, seed * slowdown, hash));
                }
            }
        }

        return records;
    }
}
