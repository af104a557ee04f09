using NarFormer.Datasets.Campaign;

namespace NarFormer.Datasets.Tests.Campaign;

public sealed class CampaignPlanTests
{
    private static readonly CampaignPlan Plan = new() { Families = ["a", "b", "c"], NetworksPerFamily = 20, Repeats = 10 };

    [Fact]
    public void Every_task_is_done_once() => Plan.Tasks().Distinct().Count().ShouldBe(Plan.Tasks().Count);

    [Fact]
    public void Every_network_is_measured_in_every_pass() =>
        Plan.Tasks().Count(t => t.Kind == CampaignTaskKind.Network).ShouldBe(3 * 20 * 2);

    [Fact]
    public void Families_take_turns() =>
        Plan.Tasks().Where(t => t.Kind == CampaignTaskKind.Network).Take(4).Select(t => t.Family).ShouldBe(["a", "b", "c", "a"]);

    [Fact]
    public void A_network_meets_other_networks_in_every_pass()
    {
        ulong[] first = Seeds(pass: 0, "a"), second = Seeds(pass: 1, "a"), beside = Seeds(pass: 0, "b");
        first.Order().ShouldBe(second.Order());
        first.Zip(second).Count(s => s.First == s.Second).ShouldBeLessThan(5);
        first.Zip(beside).Count(s => s.First == s.Second).ShouldBeLessThan(5);
        Seeds(pass: 0, "a").ShouldBe(first);
    }

    [Fact]
    public void Anchors_stand_first_and_last_and_between()
    {
        var tasks = Plan.Tasks();
        tasks[0].Kind.ShouldBe(CampaignTaskKind.Anchor);
        tasks[^1].Kind.ShouldBe(CampaignTaskKind.Anchor);
        tasks.Where(t => t.Kind == CampaignTaskKind.Anchor).Select(t => t.Pass).Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public void Repeats_are_members_spread_over_the_set()
    {
        var tasks = Plan.Tasks();
        CampaignTask[] repeats = [.. tasks.Where(t => t.Kind == CampaignTaskKind.Repeat && t.Pass == 0)];
        repeats.Length.ShouldBe(10);
        repeats.Select(r => r with { Kind = CampaignTaskKind.Network }).Except(tasks).ShouldBeEmpty();
        repeats.Max(r => r.Seed).ShouldBeGreaterThan(10ul);
    }

    private static ulong[] Seeds(int pass, string family) =>
        [.. Plan.Tasks().Where(t => t.Kind == CampaignTaskKind.Network && t.Pass == pass && t.Family == family).Select(t => t.Seed)];
}
