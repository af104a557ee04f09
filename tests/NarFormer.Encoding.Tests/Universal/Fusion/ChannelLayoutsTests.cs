using NarFormer.Graphs;

namespace NarFormer.Encoding.Tests.Universal.Fusion;

public sealed class ChannelLayoutsTests
{
    [Fact]
    public void Channels_are_brought_into_blocks_and_back_where_that_is_needed()
    {
        var s = new Sketch(1, 3, 32, 32);
        var first = s.Add("Conv.1", [1, 24, 32, 32], [s.Input, Sketch.Stored(24, 3, 3, 3)]);
        var pool = s.Add("MaxPool.1", [1, 24, 16, 16], [first]);
        var second = s.Add("Conv.2", [1, 32, 16, 16], [pool, Sketch.Stored(32, 24, 3, 3)]);
        var third = s.Add("MaxPool.2", [1, 32, 8, 8], [second]);
        s.Add("Flatten", [1, 2048], [third]);

        Blocked(s, "Conv.1", "Conv.2", "MaxPool.2").ShouldBe([1, 1, 1]);
        Blocked(s, "MaxPool.1", "Flatten").ShouldBe([0, 0]);
        s.Feature("Conv.1", "layout.reads").ShouldBe(0);
        s.Feature("Conv.1", "layout.givenBytes").ShouldBe(Bytes(24 * 32 * 32 * 4));
        s.Feature("Conv.1", "layout.padding").ShouldBe(1f / 3);
        s.Feature("Conv.2", "layout.readBytes").ShouldBe(Bytes(24 * 16 * 16 * 4));
        s.Feature("Conv.2", "layout.gives").ShouldBe(0);
        s.Feature("MaxPool.2", "layout.givenBytes").ShouldBe(Bytes(32 * 8 * 8 * 4));
    }

    [Fact]
    public void What_several_read_is_brought_into_blocks_once()
    {
        var s = new Sketch(1, 24, 16, 16);
        var softmax = s.Add("Softmax", [1, 24, 16, 16], [s.Input]);
        var left = s.Add("Conv.1", [1, 32, 16, 16], [softmax, Sketch.Stored(32, 24, 1, 1)]);
        var right = s.Add("Conv.2", [1, 32, 16, 16], [softmax, Sketch.Stored(32, 24, 1, 1)]);
        s.Add("Concat", [1, 64, 16, 16], [left, right], ("axis", new AttributeValue.Integer(1)));
        s.Feature("Conv.1", "layout.readBytes").ShouldBe(Bytes(24 * 16 * 16 * 4 / 2));
        s.Feature("Conv.2", "layout.readBytes").ShouldBe(Bytes(24 * 16 * 16 * 4 / 2));
        Blocked(s, "Concat").ShouldBe([1]);
        s.Feature("Concat", "layout.gives").ShouldBe(1);
    }

    [Theory]
    [InlineData(24, 1, true)]
    [InlineData(26, 1, false)]
    [InlineData(32, 2, false)]
    public void A_depthwise_convolution_has_blocks_if_its_channels_divide_by_four(int channels, int multiplier, bool blocked)
    {
        var s = new Sketch(1, channels, 16, 16);
        s.Add("Conv", [1, channels * multiplier, 16, 16], [s.Input, Sketch.Stored(channels * multiplier, 1, 3, 3)], ("group", new AttributeValue.Integer(channels)));
        Blocked(s, "Conv").ShouldBe([blocked ? 1 : 0]);
    }

    [Fact]
    public void A_convolution_whose_weights_the_caller_may_replace_has_no_blocks()
    {
        var s = new Sketch(1, 32, 16, 16);
        s.Add("Conv", [1, 32, 16, 16], [s.Input, Sketch.Stored(32, 32, 3, 3) with { IsOverridable = true }]);
        Blocked(s, "Conv").ShouldBe([0]);
    }

    private static float Bytes(double bytes) => (float)(Math.Log2(1 + bytes) / 8);

    private static float[] Blocked(Sketch sketch, params string[] names) => [.. names.Select(n => sketch.Feature(n, "layout.blocked"))];
}
