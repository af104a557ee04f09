using NarFormer.Graphs.Cells;

namespace NarFormer.Graphs.Tests.Cells;

public sealed class NasBenchMacroTests
{
    [Fact]
    public void Layers_become_a_chain_of_what_was_chosen_where()
    {
        var cell = NasBenchMacro.Parse("22212220");
        cell.Id.ShouldBe("22212220");
        cell.Operations.ShouldBe(
        [
            "input", "mb5x5_e6_64_s2", "mb5x5_e6_64", "mb5x5_e6_128_s2", "mb3x3_e3_128", "mb5x5_e6_128", "mb5x5_e6_256_s2", "mb5x5_e6_256", "identity_256", "output",
        ]);
        cell.Edges.ShouldBe([.. Enumerable.Range(0, 9).Select(n => (n, n + 1))]);
        CellSpace.NasBenchMacro.Require(cell);
        CellSpace.NasBenchMacro.Operations.Count.ShouldBe(20);
    }

    [Fact]
    public void There_are_6561_of_them_and_each_reads_back()
    {
        string[] codes = [.. NasBenchMacro.All().Select(c => c.Id)];
        codes.Distinct().Count().ShouldBe(6_561);
        codes[^1].ShouldBe("22222222");
        foreach (string code in codes.Where((_, i) => i % 100 == 0)) NasBenchMacro.Parse(code).Id.ShouldBe(code);
    }

    [Theory]
    [InlineData("0123", "4 digits, not 8")]
    [InlineData("01230000", "digit 4 of '01230000' is '3'")]
    public void A_wrong_code_is_named(string code, string why) => Should.Throw<FormatException>(() => NasBenchMacro.Parse(code)).Message.ShouldContain(why);
}
