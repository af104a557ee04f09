using NarFormer.Datasets.Cells;
using NarFormer.Graphs.Cells;

namespace NarFormer.Datasets.Tests.Cells;

public sealed class CellLinesTests : IDisposable
{
    private const string Good = """{"id": "good", "ops": ["input", "output"], "edges": [[0, 1]]}""";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("cells.jsonl")]
    [InlineData("cells.json")]
    [InlineData("cells")]
    public void Reads_cells_of_any_space(string name)
    {
        string path = Write(name, """
            {"id": "a", "ops": ["input", "warp", "output"], "edges": [[0, 1], [1, 2]], "labels": {"accuracy": 0.93}}

            {"id": 12, "ops": ["input", "fold", "output"], "edges": [[0, 1], [1, 2]]}
            {"ops": ["input", "fold", "output"], "edges": [[0, 2]]}
            """);
        var records = CellFile.Read(path).ToArray();
        records.Select(r => r.Cell.Id).ShouldBe(["a", "12", ""]);
        records[0].Labels["accuracy"].ShouldBe(0.93);
        CellFile.Vocabulary(records).ShouldBe(["input", "fold", "warp", "output"]);
    }

    [Theory]
    [InlineData("""{"ops": ["input", "output"]}""", "needs ops and edges")]
    [InlineData("""{"ops": ["input", "output"], "edges": [[0]]}""", "two ends")]
    [InlineData("""{"ops": ["input", "output"], "edges": [null]}""", "two ends")]
    [InlineData("""{"ops": ["input", "a", "b", "output"], "edges": [[1, 2], [2, 1]]}""", "cycle: ")]
    [InlineData("""{"ops": ["input", null, "output"], "edges": [[0, 2]]}""", "node 1 has no operation")]
    [InlineData("""{"ops": ["output"], "edges": []}""", "'input'")]
    [InlineData("""{"id": "good", "ops": ["input", "output"], "edges": [[0, 1]]}""", "twice")]
    [InlineData("""{"id": [], "ops": ["input", "output"], "edges": [[0, 1]]}""", "the id is Array")]
    [InlineData("""{"space": "nasbench201", "ops": ["input", "warp", "output"], "edges": [[0, 1]]}""", "nasbench201 has no such operation")]
    [InlineData("""{"ops": ["input", "output"], "edges": [[0, 1]], "labels": {"accuracy": 93}}""", "accuracy is 93")]
    [InlineData("""{"nodes": []}""", "not a cell")]
    [InlineData("hello", "not a cell")]
    public void A_wrong_line_is_named_or_skipped(string line, string why)
    {
        string path = Write("cells.jsonl", $"{{\"id\": 1, \"ops\": [\"input\", \"output\"], \"edges\": [], \"labels\": {{\"accuracy\": 1}}}}\n{Good}\n{line}");
        var options = new CellReadOptions { Ranges = new Dictionary<string, LabelRange>(StringComparer.Ordinal) { ["accuracy"] = LabelRange.Fraction } };
        var error = Should.Throw<InvalidDataException>(() => CellFile.Read(path, options).ToArray());
        error.Message.ShouldStartWith($"{path}:3: ");
        error.Message.ShouldContain(why);
        var skipped = new List<string>();
        CellFile.Read(path, options with { SkipBad = true, Skipped = skipped.Add }).Count().ShouldBe(2);
        skipped.ShouldBe([error.Message]);
    }

    [Fact]
    public void A_stated_space_must_have_the_operations()
    {
        string path = Write("cells.jsonl", """{"ops": ["input", "warp", "output"], "edges": [[0, 1]]}""");
        var space = new CellSpace("mine", ["input", "warp", "output"]);
        CellFile.Read(path, new CellReadOptions { Space = space }).Single().Cell.Space.ShouldBe("mine");
        Should.Throw<InvalidDataException>(() => CellFile.Read(path, new CellReadOptions { Space = space with { Operations = ["input", "output"] } }).ToArray()).Message.ShouldContain("'warp'");
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string name, string content)
    {
        string path = _folder.File(name);
        File.WriteAllText(path, content);
        return path;
    }
}
