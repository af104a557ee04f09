using System.Text;
using NarFormer.Datasets.Cells;
using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Tests.Cells;

public sealed class CellObjectTests : IDisposable
{
    private const string Good = """{"module_operations": ["input", "maxpool3x3", "output"], "module_adjacency": [[0,1,0],[0,0,1],[0,0,0]], "test_accuracy": 0.9, "validation_accuracy": 0.91}""";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("nasbench101.json")]
    [InlineData("nasbench101")]
    public void Reads_cells_of_nasbench101(string name)
    {
        var record = CellFile.Read(Write(name, $$"""{"0": {{Good}}}""")).Single();
        record.Cell.Id.ShouldBe("0");
        record.Cell.Space.ShouldBe("nasbench101");
        record.Cell.Edges.ShouldBe([(0, 1), (1, 2)]);
        record.Labels.ShouldBe(new Dictionary<string, double>(StringComparer.Ordinal) { ["test_accuracy"] = 0.9, ["validation_accuracy"] = 0.91 });
    }

    [Fact]
    public void Reads_cells_of_nasbench201_by_name_and_by_number()
    {
        const string Matrix = "[[0,1,1,0,1,0,0,0],[0,0,0,1,0,1,0,0],[0,0,0,0,0,0,1,0],[0,0,0,0,0,0,1,0],[0,0,0,0,0,0,0,1],[0,0,0,0,0,0,0,1],[0,0,0,0,0,0,0,1],[0,0,0,0,0,0,0,0]]";
        string path = Write("nasbench201.json", $$"""
            { "0": {"module_operations": ["input", "avg_pool_3x3", "nor_conv_1x1", "skip_connect", "none", "nor_conv_3x3", "none", "output"], "module_adjacency": {{Matrix}}, "valid_loss": 0.5},
              "1": {"ops": [0, 3, 1, 4, 5, 2, 5, 6], "adj": {{Matrix}} } }
            """);
        var records = CellFile.Read(path, new CellReadOptions { Space = CellSpace.NasBench201 }).ToArray();
        var parsed = NasBench201.Parse("|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|none~0|nor_conv_3x3~1|none~2|");
        foreach (var record in records)
        {
            record.Cell.Operations.ShouldBe(parsed.Operations);
            record.Cell.Edges.ShouldBe(parsed.Edges);
        }

        records[0].Labels["valid_loss"].ShouldBe(0.5);
        CellFile.Read(path, new CellReadOptions { SkipBad = true }).Count().ShouldBe(1);
    }

    [Fact]
    public void Reads_files_longer_than_what_is_held_in_memory()
    {
        var text = new StringBuilder("{");
        for (int i = 0; i < 2000; i++) text.Append(i == 0 ? "" : ",\n").Append($"\"{i}\": ").Append(i == 1000 ? Good.Replace("{", "{\"note\": \"" + new string('x', 200_000) + "\",", StringComparison.Ordinal) : Good);
        var records = CellFile.Read(Write("long.json", text.Append('}').ToString())).ToArray();
        records.Select(r => r.Cell.Id).ShouldBe(Enumerable.Range(0, 2000).Select(i => $"{i}"));
    }

    [Theory]
    [InlineData("[]", "a cell is an object")]
    [InlineData("""{"module_operations": ["input", "output"]}""", "no list module_adjacency")]
    [InlineData("""{"module_operations": ["input", "warp", "output"], "module_adjacency": []}""", "'warp'")]
    [InlineData("""{"module_operations": [0, 1], "module_adjacency": []}""", "say which space")]
    [InlineData("""{"module_operations": ["input", "output"], "module_adjacency": [[0,1]]}""", "1 rows for 2")]
    [InlineData("""{"module_operations": ["input", "output"], "module_adjacency": [[0,1],[0]]}""", "row 1")]
    [InlineData("""{"module_operations": ["input", "output"], "module_adjacency": [[0,2],[0,0]]}""", "entry 0, 1")]
    [InlineData("""{"module_operations": ["input", "output"], "module_adjacency": [[0,1],[1,0]]}""", "into the input")]
    [InlineData("""{"module_operations": ["input", "output"], "module_adjacency": [[0,1],[0,0]], "test_accuracy": 90}""", "test_accuracy is 90")]
    public void A_wrong_cell_is_named_or_skipped(string cell, string why)
    {
        string path = Write("cells.json", $$"""{"0": {{Good}}, "1": {{cell}} }""");
        var options = new CellReadOptions { Ranges = new Dictionary<string, LabelRange>(StringComparer.Ordinal) { ["test_accuracy"] = LabelRange.Fraction } };
        var error = Should.Throw<InvalidDataException>(() => CellFile.Read(path, options).ToArray());
        error.Message.ShouldStartWith($"{path}: cell '1': ");
        error.Message.ShouldContain(why);
        var skipped = new List<string>();
        CellFile.Read(path, options with { SkipBad = true, Skipped = skipped.Add }).Count().ShouldBe(1);
        skipped.ShouldBe([error.Message]);
    }

    [Fact]
    public void An_id_that_stands_there_twice_is_an_error() =>
        Should.Throw<InvalidDataException>(() => CellFile.Read(Write("cells.json", $$"""{"0": {{Good}}, "0": {{Good}}}""")).ToArray()).Message.ShouldContain("twice");

    [Theory]
    [InlineData("{\"0\": {\"a\": ")]
    [InlineData("{\"0\" 5}")]
    [InlineData("{")]
    public void Json_that_is_damaged_is_an_error_even_if_bad_rows_are_skipped(string content)
    {
        string path = Write("cells.json", content);
        Should.Throw<InvalidDataException>(() => CellFile.Read(path, new CellReadOptions { SkipBad = true }).ToArray()).Message.ShouldStartWith($"{path}: ");
    }

    [Fact]
    public void A_list_is_not_an_object_of_cells() =>
        Should.Throw<InvalidDataException>(() => CellFile.Read(Write("cells.json", "[1]"), new CellReadOptions { Format = CellFileFormat.JsonObject }).ToArray()).Message.ShouldContain("starts with");

    public void Dispose() => _folder.Dispose();

    private string Write(string name, string content)
    {
        string path = _folder.File(name);
        File.WriteAllText(path, content);
        return path;
    }
}
