using NarFormer.Training.Network.Batches;

namespace NarFormer.Training.Tests.Network;

public sealed class NodeDepthsTests
{
    [Fact]
    public void The_longest_path_counts_whatever_the_order_of_edges()
    {
        long[] sources = [3, 0, 0, 1, 2], targets = [2, 3, 2, 2, 4]; // 0→3→2→4, 0→2, 1→2; 5 alone
        NodeDepths.Of(6, sources, targets).ShouldBe([0, 0, 2, 1, 3, 0]);
    }

    [Fact]
    public void A_cycle_does_not_hang() => NodeDepths.Of(3, [0, 1, 2], [1, 2, 1]).Length.ShouldBe(3);
}
