using NarFormer.Datasets.Latency;
using NarFormer.Datasets.Profiles;
using NarFormer.Testing;

namespace NarFormer.Datasets.Tests.Profiles;

public sealed class ProfilingCampaignTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LatencyDataset _dataset = LatencyDataset.Load(System.IO.Path.Combine(SharedData.Repository(), "data", "latency-ort-cpu"));

    private string LogPath => _folder.File("profiles.jsonl");

    [Fact]
    public void Goes_on_where_it_was_stopped()
    {
        LatencyRow[] rows = [.. _dataset.Rows.Where(r => r.Family is "nasbench201" or "bert" && r.Seed <= 2)];
        using (var log = ProfileLog.Open(LogPath))
        {
            using var stop = new CancellationTokenSource();
            Should.Throw<OperationCanceledException>(() => Campaign().Run([.. rows.Take(3)], log, new After(2, stop), stop.Token));
            log.Profiles.Count.ShouldBe(2);
        }

        using (var log = ProfileLog.Open(LogPath)) Campaign().Run([.. rows.Take(3)], log, new After(int.MaxValue, null), TestContext.Current.CancellationToken);
        var profiles = ProfileLog.Read(LogPath);
        profiles.Select(p => (p.Family, p.Seed, p.Sha256)).ShouldBe(rows.Take(3).Select(r => (r.Family, r.Seed, r.Sha256)));
        foreach (var kernel in profiles.SelectMany(p => p.Kernels).Select(k => k.Kernel))
        {
            kernel.Operator.ShouldNotBeEmpty();
            kernel.Outputs.ShouldNotBeEmpty();
            kernel.Microseconds.ShouldBeGreaterThanOrEqualTo(0);
        }

        profiles[0].Kernels.SelectMany(k => k.Nodes).Order().ShouldBe(Enumerable.Range(0, profiles[0].Kernels.Sum(k => k.Nodes.Count)));
    }

    [Fact]
    public void A_line_that_was_cut_short_is_dropped_and_a_wrong_one_is_named()
    {
        using (var log = ProfileLog.Open(LogPath)) log.Append(new NetworkProfile("vgg", 1, "a", 5, []));
        File.AppendAllText(LogPath, "{\"family\":\"vg");
        ProfileLog.Read(LogPath).Count.ShouldBe(1);
        using (var log = ProfileLog.Open(LogPath)) log.Append(new NetworkProfile("vgg", 2, "b", 5, []));
        ProfileLog.Read(LogPath).Select(p => p.Seed).ShouldBe([1ul, 2ul]);
        File.AppendAllText(LogPath, "{}\n");
        Should.Throw<InvalidDataException>(() => ProfileLog.Read(LogPath)).Message.ShouldStartWith($"{LogPath}:3: not a profile of a network");
    }

    public void Dispose() => _folder.Dispose();

    private ProfilingCampaign Campaign() => new(_dataset, runs: 2, TimeProvider.System);

    private sealed class After(int count, CancellationTokenSource? stop) : IProgress<ProfilingProgress>
    {
        public void Report(ProfilingProgress value)
        {
            if (value.Done == count) stop?.Cancel();
        }
    }
}
