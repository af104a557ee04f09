using NarFormer.Datasets.Cells;
using NarFormer.Graphs.Cells;
using NarFormer.Testing;

namespace NarFormer.Datasets.Tests.Cells;

public sealed class PublishedHashesTests
{
    /// <summary>The reader holds every cell to the hash of its row.</summary>
    [Theory]
    [InlineData("nasbench101-7v-energy", "nb101_7v_energy.csv", 4310)]
    [InlineData("nasbench101-143-108epoch", "nb101_143_108ep.csv", 143)]
    [InlineData("nasbench101-ecnas-4epoch", "nb101_v5_4epoch.csv", 2805)]
    public void Cells_have_the_official_hash(string folder, string file, int rows)
    {
        var options = new CellReadOptions { Repeats = true };
        CellFile.Read(SharedData.Path("data", folder, file), options).Count().ShouldBe(rows);
    }

    [Fact]
    public void Cells_that_are_not_pruned_have_the_official_hash()
    {
        string[][] rows = [.. File.ReadLines(SharedData.Path("data", "nasbench101-143-108epoch", "nb101_143_108ep.csv")).Skip(1).Select(l => l.Split(','))];
        foreach (string[] row in rows)
        {
            string[] raw = row[^1].Split(' ');
            NasBench101Hash.Of(NasBench101.OfTriangle(raw[0], [CellSpace.Input, .. raw[1..], CellSpace.Output])).ShouldBe(row[0]);
        }
    }
}
