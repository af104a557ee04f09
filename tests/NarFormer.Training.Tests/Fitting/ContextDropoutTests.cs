using NarFormer.Encoding;
using NarFormer.Training.Fitting;

namespace NarFormer.Training.Tests.Fitting;

public sealed class ContextDropoutTests
{
    private static readonly EncodedNetwork[] Networks = [.. Enumerable.Range(0, 400).Select(i => new EncodedNetwork(2, [i, 1, 2, 3], [0], [1], [4, 5]))];

    [Fact]
    public void A_share_of_the_networks_loses_edges_and_static_features()
    {
        var alone = new ContextDropout(0.25, seed: 1).Apply(Networks, step: 3).Where(n => n.EdgeSources.Length == 0).ToArray();
        alone.Length.ShouldBeInRange(70, 130);
        alone.ShouldAllBe(n => n.EdgeTargets.Length == 0 && n.StaticFeatures.SequenceEqual(new float[2]));
    }

    [Fact]
    public void Nodes_stay_and_the_others_keep_everything()
    {
        var after = new ContextDropout(0.25, seed: 1).Apply(Networks, step: 3);
        after.Select(n => n.NodeFeatures[0]).ShouldBe(Networks.Select(n => n.NodeFeatures[0]));
        after.Where(n => n.EdgeSources.Length > 0).ShouldAllBe(n => Networks.Contains(n));
    }

    [Fact]
    public void The_same_step_drops_the_same_and_another_step_others()
    {
        Dropped(5).ShouldBe(Dropped(5));
        Dropped(5).ShouldNotBe(Dropped(6));
    }

    private static string Dropped(long step) => string.Concat(new ContextDropout(0.3, seed: 1).Apply(Networks, step).Select(n => n.EdgeSources.Length));
}
