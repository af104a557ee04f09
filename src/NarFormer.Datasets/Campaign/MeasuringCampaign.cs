using Google.Protobuf;
using NarFormer.Measurement;
using NarFormer.Zoo;

namespace NarFormer.Datasets.Campaign;

/// <summary>Measures the networks of a plan one after the other; goes on where an earlier run stopped.</summary>
public sealed class MeasuringCampaign(CampaignPlan plan, LatencyJob job, TimeProvider clock)
{
    private const int RefinedAtOnce = 140;

    private readonly LatencyEngine _engine = new();

    /// <summary>Does the tasks that <paramref name="log"/> does not hold yet.</summary>
    public void Run(CampaignLog log, IProgress<CampaignProgress> progress, CancellationToken cancellation)
    {
        var tasks = plan.Tasks();
        var done = log.Records.Select(r => r.Task).ToHashSet();
        CampaignTask[] open = [.. tasks.Where(t => !done.Contains(t))];
        int refinements = Math.Max(0, plan.Refinements - (log.Records.Count + open.Length - tasks.Count));
        int total = open.Length + refinements, before = log.Records.Count;
        long start = clock.GetTimestamp();
        Take(open);
        while (log.Records.Count - before < total)
            Take(Refinement.Tasks(log.Records, Math.Min(RefinedAtOnce, total - (log.Records.Count - before))));

        void Take(IEnumerable<CampaignTask> chosen)
        {
            foreach (var task in chosen)
            {
                cancellation.ThrowIfCancellationRequested();
                var record = Measure(task, cancellation);
                log.Append(record);
                int made = log.Records.Count - before;
                progress.Report(new CampaignProgress(log.Records.Count, before + total, clock.GetElapsedTime(start) / made * (total - made), record));
            }
        }
    }

    private CampaignRecord Measure(CampaignTask task, CancellationToken cancellation)
    {
        var model = ZooCatalog.Find(task.Family).Generate(task.Seed);
        string hash = NetworkHash.Of(model.ToByteArray());
        long batch = model.Graph.Input[0].Type.TensorType.Shape.Dim[0].DimValue;
        using var network = _engine.Load(model, $"{task.Family}-{task.Seed}", job);
        network.Warm(cancellation);
        var at = clock.GetUtcNow();
        var round = network.Round(cancellation);
        double[] quantiles = [.. CampaignRecord.Shares.Select(s => Math.Round(round.Quantile(s), 5))];
        return new CampaignRecord(task, hash, model.Graph.Node.Count, batch, round.SamplesMs.Count, quantiles, at);
    }
}
