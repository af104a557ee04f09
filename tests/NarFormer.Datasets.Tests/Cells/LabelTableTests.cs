using NarFormer.Datasets.Cells;
using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Tests.Cells;

public sealed class LabelTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Cells_get_the_labels_of_their_names()
    {
        var table = LabelTable.Read(Write("index,phone,gpu\n0,1.5,2\n2,,4\n"), ["phone"]);
        CellRecord[] cells = [.. "012".Select(id => new CellRecord(NasBenchMacro.Parse("00000000", $"{id}"), new Dictionary<string, double>(StringComparer.Ordinal) { ["accuracy"] = 1 }))];
        CellRecord[] joined = [.. LabelTable.Join(cells, table)];
        joined.Select(r => r.Cell.Id).ShouldBe(["0", "2"]);
        joined[0].Labels.ShouldBe(new Dictionary<string, double>(StringComparer.Ordinal) { ["phone"] = 1.5 });
        joined[1].Labels.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("phone\n1\n", ":1: no column names cells")]
    [InlineData("index,gpu\n0,1\n", ":1: there is no column 'phone'")]
    [InlineData("index,phone\n0,1\n1,fast\n", ":3: phone is 'fast', not a number")]
    [InlineData("index,phone\n0,1\n1,NaN\n", ":3: phone is NaN")]
    [InlineData("index,phone\n0,1\n1\n", ":3: 1 fields where 2 are expected")]
    [InlineData("index,phone\n0,1\n0,2\n", ":3: '0' stands there twice")]
    [InlineData("index,phone\n", ": there are no labels in it")]
    public void A_wrong_table_is_named_with_its_line(string content, string why)
    {
        string path = Write(content);
        Should.Throw<InvalidDataException>(() => LabelTable.Read(path, ["phone"])).Message.ShouldStartWith(path + why);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string content)
    {
        string path = _folder.File("labels.csv");
        File.WriteAllText(path, content);
        return path;
    }
}
