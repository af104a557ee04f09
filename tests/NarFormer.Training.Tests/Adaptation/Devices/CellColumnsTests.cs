using NarFormer.Datasets.Cells;
using NarFormer.Graphs.Cells;
using NarFormer.Training.Adaptation.Devices;

namespace NarFormer.Training.Tests.Adaptation.Devices;

public sealed class CellColumnsTests
{
    private static readonly CellRecord[] Cells = [.. NasBench201.All().Where((_, i) => i % 497 == 0).Select(Record)];

    [Theory]
    [InlineData("cell-1", false)]
    [InlineData("cell-2", true)]
    [InlineData("places", false)]
    public void Features_have_one_scale(string encoding, bool prune)
    {
        double[][] rows = CellColumns.Of(Cells, [new CellFeatureRecipe { Encoding = encoding, Prune = prune }]).Rows;
        rows.Length.ShouldBe(Cells.Length);
        for (int c = 0; c < rows[0].Length; c++) rows.Average(r => r[c]).ShouldBe(0, 1e-9);
        rows.Average(r => r.Sum(v => v * v)).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Cells_of_other_nodes_have_no_common_places() => Should.Throw<InvalidDataException>(
        () => CellColumns.Of([.. Cells, Record(new CellArchitecture("nasbench201", ["input", "none", "output"], [(0, 1), (1, 2)], "short"))], [new CellFeatureRecipe { Encoding = "places" }]))
        .Message.ShouldContain("'short' has 3 nodes and not 8");

    private static CellRecord Record(CellArchitecture cell) => new(cell, new Dictionary<string, double>());
}
