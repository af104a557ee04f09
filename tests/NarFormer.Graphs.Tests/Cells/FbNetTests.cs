using NarFormer.Graphs.Cells;

namespace NarFormer.Graphs.Tests.Cells;

public sealed class FbNetTests
{
    private static readonly string[] Blocks = [.. Enumerable.Repeat("k3_e1", 21), "skip"];

    [Fact]
    public void Layers_become_a_chain_of_what_was_chosen_where()
    {
        var cell = FbNet.Parse(string.Join(' ', Blocks), "7");
        cell.Id.ShouldBe("7");
        cell.Operations.Count.ShouldBe(24);
        cell.Operations.Take(4).ShouldBe(["input", "k3_e1_16", "k3_e1_24_first", "k3_e1_24"]);
        cell.Operations[22].ShouldBe("skip_352");
        CellSpace.FbNet.Require(cell);
    }

    [Fact]
    public void A_wrong_code_is_named()
    {
        Should.Throw<FormatException>(() => FbNet.Parse("skip skip")).Message.ShouldContain("2 blocks, not 22");
        string[] wrong = [.. Blocks[..4], "warp", .. Blocks[5..]];
        Should.Throw<FormatException>(() => FbNet.Parse(string.Join(' ', wrong))).Message.ShouldContain("block 5 is 'warp'");
    }
}
