namespace NarFormer.Cli.Tests;

public sealed class NetworkFilesTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public NetworkFilesTests()
    {
        foreach (string name in (string[])["b.onnx", "a.onnx", "notes.txt", "deep/er/c.onnx"]) _folder.Write(name);
    }

    [Fact]
    public void A_folder_stands_for_all_networks_below_it_by_name() => Found("").ShouldBe(["a.onnx", "b.onnx", "deep/er/c.onnx"]);

    [Theory]
    [InlineData("*.onnx", new[] { "a.onnx", "b.onnx" })]
    [InlineData("**/*.onnx", new[] { "a.onnx", "b.onnx", "deep/er/c.onnx" })]
    [InlineData("d*p/**/c.onnx", new[] { "deep/er/c.onnx" })]
    public void A_pattern_stands_for_what_matches(string pattern, string[] expected) => Found(pattern).ShouldBe(expected);

    [Fact]
    public void Files_keep_the_order_of_the_command_line_and_come_once() =>
        Found("b.onnx", "*.onnx", "b.onnx").ShouldBe(["b.onnx", "a.onnx"]);

    [Fact]
    public void A_file_of_any_name_stands_for_itself() => Found("notes.txt").ShouldBe(["notes.txt"]);

    [Fact]
    public void A_file_whose_name_looks_like_a_pattern_stands_for_itself()
    {
        _folder.Write("odd*.onnx");
        _folder.Write("odd1.onnx");
        Found("odd*.onnx").ShouldBe(["odd*.onnx"]);
    }

    [Theory]
    [InlineData("missing.onnx", "no such file or folder")]
    [InlineData("missing/*.onnx", "no file matches this pattern")]
    [InlineData("*.onyx", "no file matches this pattern")]
    public void What_stands_for_nothing_is_a_problem_and_the_rest_is_found(string path, string problem)
    {
        var found = NetworkFiles.Find([Full(path), Full("a.onnx")]);
        found.Problems.ShouldBe([$"{Full(path)}: {problem}"]);
        found.Files.ShouldBe([Full("a.onnx")]);
    }

    [Fact]
    public void A_folder_without_networks_is_a_problem()
    {
        Directory.CreateDirectory(Full("empty"));
        NetworkFiles.Find([Full("empty")]).Problems.ShouldHaveSingleItem().ShouldContain("no .onnx file");
    }

    public void Dispose() => _folder.Dispose();

    private string Full(string path) => Path.Combine(_folder.Root, path);

    private IEnumerable<string> Found(params string[] paths)
    {
        var found = NetworkFiles.Find(paths.Select(Full));
        found.Problems.ShouldBeEmpty();
        return found.Files.Select(file => Path.GetRelativePath(_folder.Root, file));
    }
}
