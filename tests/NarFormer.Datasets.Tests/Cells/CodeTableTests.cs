using NarFormer.Datasets.Cells;
using NarFormer.Zoo.Spaces;

namespace NarFormer.Datasets.Tests.Cells;

public sealed class CodeTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_code_in_four_columns_is_one_that_its_space_builds()
    {
        string[] parts = SpaceCatalog.Find("ofa-mobilenetv3").Example.Split(';');
        var network = Read("ofa-mobilenetv3", "index,ks,e,d,r,ms,other", $"7,{string.Join(',', parts)},1.5,x").Single();
        (network.Id, network.Code).ShouldBe(("7", SpaceCatalog.Find("ofa-mobilenetv3").Example));
        network.Labels.ShouldBe(new Dictionary<string, double> { ["ms"] = 1.5 });
        network.Place.ShouldEndWith(":2");
    }

    [Theory]
    [InlineData("nasbench201", "arch")]
    [InlineData("nasbenchmacro", "code")]
    [InlineData("fbnet", "op_names")]
    public void A_code_in_one_column_names_its_network_where_nothing_else_does(string space, string column)
    {
        string code = SpaceCatalog.Find(space).Example;
        var network = Read(space, $"{column},split,ms", $"{code},test,2").Single();
        (network.Id, network.Code, network.Part).ShouldBe((code, code, "test"));
    }

    [Theory]
    [InlineData("code,s", "22212220,1", ":1: there is no column 'ms'")]
    [InlineData("arch,ms", "22212220,1", ":1: there is no column 'code'")]
    [InlineData("code,ms", "22212220", ":2: 1 fields where 2")]
    [InlineData("code,ms", "22212220,fast", ":2: ms is 'fast'")]
    [InlineData("code,ms", "22212220,1\n22212220,2", ":3: '22212220' stands there twice")]
    public void What_is_wrong_is_named_with_its_line(string header, string rows, string message) =>
        Should.Throw<InvalidDataException>(() => Read("nasbenchmacro", [header, .. rows.Split('\n')])).Message.ShouldContain(message);

    [Fact]
    public void An_unknown_space_is_an_error() => Should.Throw<ArgumentException>(() => Read("darts", "code,ms")).Message.ShouldContain("darts");

    private IReadOnlyList<CodedNetwork> Read(string space, params string[] lines)
    {
        string path = _folder.File("codes.csv");
        File.WriteAllLines(path, lines);
        return CodeTable.Read(path, space, ["ms"]);
    }
}
