using NarFormer.Datasets.Campaign;

namespace NarFormer.Datasets.Tests.Campaign;

public sealed class RefinementTests
{
    [Fact]
    public void Networks_that_met_a_busy_machine_come_first()
    {
        var records = new List<CampaignRecord>();
        for (int window = 0; window < 4; window++)
        {
            for (ulong seed = 1; seed <= 10; seed++)
            {
                bool half = seed <= 5;
                if (half != (window % 2 == 0)) continue;
                double slowdown = half ? 0.4 : 0;
                records.Add(SampleRounds.Round(CampaignTaskKind.Network, window / 2, "a", seed, (5 * window) + (0.1 * seed), seed * Math.Exp(slowdown)));
            }

            for (int anchor = 0; anchor < 5; anchor++)
                records.Add(SampleRounds.Round(CampaignTaskKind.Anchor, window, $"x{anchor}", 0, (5 * window) + 2 + (0.1 * anchor), (anchor + 1) * Math.Exp(window % 2 == 0 ? 0.4 : 0)));
        }

        Refinement.Tasks(records, 5).ShouldBe([.. Enumerable.Range(1, 5).Select(s => new CampaignTask(CampaignTaskKind.Network, 2, "a", (ulong)s))]);
    }
}
