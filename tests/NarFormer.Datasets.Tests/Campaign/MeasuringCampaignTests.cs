using NarFormer.Datasets.Campaign;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Tests.Campaign;

public sealed class MeasuringCampaignTests : IDisposable
{
    private static readonly CampaignPlan Plan = new() { Families = ["nasbench201"], NetworksPerFamily = 2, Repeats = 1 };
    private static readonly LatencyJob Job = new() { RoundTime = TimeSpan.Zero, MinimumRuns = 2, MaximumRuns = 2, WarmupRuns = 0, WarmupTime = TimeSpan.Zero };

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Goes_on_where_it_was_stopped()
    {
        string path = _folder.File("campaign.jsonl");
        using (var log = CampaignLog.Open(path))
        {
            using var stop = new CancellationTokenSource();
            var three = new AfterTasks(3, stop);
            Should.Throw<OperationCanceledException>(() => new MeasuringCampaign(Plan, Job, TimeProvider.System).Run(log, three, stop.Token));
            log.Records.Count.ShouldBe(3);
        }

        using (var log = CampaignLog.Open(path))
            new MeasuringCampaign(Plan, Job, TimeProvider.System).Run(log, new AfterTasks(int.MaxValue, null), TestContext.Current.CancellationToken);
        var records = CampaignLog.Read(path);
        records.Select(r => r.Task).ShouldBe(Plan.Tasks());
        records.ShouldAllBe(r => r.Runs == 2 && r.QuantilesMs[0] > 0 && r.QuantilesMs[0] <= r.QuantilesMs[6]);
        records.Where(r => r.Task.Seed == 1).Select(r => r.Sha256).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Refines_what_was_measured_once_more_and_then_stops()
    {
        var refined = Plan with { Refinements = 3 };
        using var log = CampaignLog.Open(_folder.File("refined.jsonl"));
        new MeasuringCampaign(Plan, Job, TimeProvider.System).Run(log, new AfterTasks(int.MaxValue, null), TestContext.Current.CancellationToken);
        for (int again = 0; again < 2; again++)
            new MeasuringCampaign(refined, Job, TimeProvider.System).Run(log, new AfterTasks(int.MaxValue, null), TestContext.Current.CancellationToken);
        log.Records.Count.ShouldBe(Plan.Tasks().Count + 3);
        log.Records.Skip(Plan.Tasks().Count).ShouldAllBe(r => r.Task.Kind == CampaignTaskKind.Network && r.Task.Pass >= Plan.Passes);
        log.Records.Select(r => r.Task).Distinct().Count().ShouldBe(log.Records.Count);
    }

    public void Dispose() => _folder.Dispose();

    private sealed class AfterTasks(int count, CancellationTokenSource? stop) : IProgress<CampaignProgress>
    {
        public void Report(CampaignProgress value)
        {
            if (value.Done == count) stop?.Cancel();
        }
    }
}
