using NarFormer.Datasets.Latency;

namespace NarFormer.Datasets.Tests.Latency;

public sealed class SplitRuleTests
{
    [Fact]
    public void Every_family_is_divided_80_10_10()
    {
        SplitKey[] networks = [.. Networks("resnet", 140), .. Networks("bert", 110)];
        var splits = SplitRule.Divide(networks);
        foreach (var (family, count, share) in new[] { ("resnet", 140, 14), ("bert", 110, 11) })
        {
            DataSplit[] own = [.. splits.Where((_, i) => networks[i].Family == family)];
            own.Count(s => s == DataSplit.Test).ShouldBe(share);
            own.Count(s => s == DataSplit.Validation).ShouldBe(share);
            own.Count(s => s == DataSplit.Train).ShouldBe(count - 2 * share);
        }
    }

    [Fact]
    public void The_order_of_the_networks_does_not_matter()
    {
        SplitKey[] networks = [.. Networks("resnet", 50)];
        SplitKey[] reversed = [.. networks.Reverse()];
        SplitRule.Divide(reversed).Reverse().ShouldBe(SplitRule.Divide(networks));
    }

    [Fact]
    public void The_same_graph_is_never_in_two_splits()
    {
        SplitKey[] networks = [.. Networks("resnet", 60).Select(n => n with { Graph = $"{n.Seed % 7}" }), .. Networks("vgg", 60).Select(n => n with { Graph = $"{n.Seed % 7}" })];
        var splits = SplitRule.Divide(networks);
        Enumerable.Range(0, networks.Length).GroupBy(i => networks[i].Graph)
            .ShouldAllBe(group => group.Select(i => splits[i]).Distinct().Count() == 1);
    }

    private static IEnumerable<SplitKey> Networks(string family, int count) =>
        Enumerable.Range(1, count).Select(seed => new SplitKey(family, (ulong)seed, $"{family}{seed}"));
}
