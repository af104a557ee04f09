using NarFormer.Graphs.Cells;

namespace NarFormer.Graphs.Tests.Cells;

public sealed class NasBench201Tests
{
    private const string Text = "|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|nor_conv_1x1~0|none~1|nor_conv_3x3~2|";

    [Fact]
    public void Operations_become_nodes_in_the_order_of_the_text()
    {
        var cell = NasBench201.Parse(Text);
        cell.Operations.ShouldBe(["input", "avg_pool_3x3", "nor_conv_1x1", "skip_connect", "nor_conv_1x1", "none", "nor_conv_3x3", "output"]);
        cell.Edges.Count.ShouldBe(10);
        NasBench201.Text([.. cell.Operations.Skip(1).SkipLast(1)]).ShouldBe(Text);
    }

    [Fact]
    public void There_are_15625_of_them_and_each_reads_back()
    {
        string[] texts = [.. NasBench201.All().Select(c => c.Id)];
        texts.Distinct().Count().ShouldBe(15_625);
        foreach (string text in texts.Where((_, i) => i % 100 == 0)) NasBench201.Parse(text).Id.ShouldBe(text);
    }

    [Fact]
    public void Pruning_leaves_what_lies_on_a_way()
    {
        // Without the last convolution state 2 leads nowhere, so that its two operations go as well.
        var cell = NasBench201.Parse("|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|nor_conv_1x1~0|none~1|none~2|").Without("none");
        cell.Operations.ShouldBe(["input", "nor_conv_1x1", "output"]);
        cell.Edges.ShouldBe([(0, 1), (1, 2)]);
        NasBench201.Parse("|none~0|+|none~0|none~1|+|none~0|none~1|none~2|").Without("none").Operations.ShouldBe(["input", "output"]);
    }

    [Theory]
    [InlineData("|none~0|+|none~0|none~1|", "3")]
    [InlineData("|none~0|+|none~0|none~1|+|none~0|none~1|", "node 3")]
    [InlineData("|none~0|+|none~0|none~0|+|none~0|none~1|none~2|", "operation 2 of node 2")]
    [InlineData("|warp~0|+|none~0|none~1|+|none~0|none~1|none~2|", "warp~0")]
    public void A_wrong_text_is_an_error_that_says_where(string text, string where) =>
        Should.Throw<FormatException>(() => NasBench201.Parse(text)).Message.ShouldContain(where);
}
