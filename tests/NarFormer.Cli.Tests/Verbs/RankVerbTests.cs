using NarFormer.Files;
using NarFormer.Onnx.Schema;
using NarFormer.Testing;

namespace NarFormer.Cli.Tests.Verbs;

public sealed class RankVerbTests : IDisposable
{
    private const string Good = """{"id": "a", "space": "nasbench201", "ops": ["input", "nor_conv_3x3", "nor_conv_1x1", "nor_conv_3x3", "nor_conv_3x3", "skip_connect", "nor_conv_3x3", "output"], "edges": [[0,1],[0,2],[0,4],[1,3],[1,5],[2,6],[3,6],[4,7],[5,7],[6,7]]}""";
    private const string Poor = """{"id": "b", "space": "nasbench201", "ops": ["input", "none", "none", "none", "avg_pool_3x3", "none", "none", "output"], "edges": [[0,1],[0,2],[0,4],[1,3],[1,5],[2,6],[3,6],[4,7],[5,7],[6,7]]}""";

    private readonly ScratchFolder _folder = new();

    [Fact]
    public async Task The_best_of_a_whole_space_come_first()
    {
        var run = await CommandLine.Run("rank", "--space", "nasbench201", "--top", "5", "--json");
        run.Exit.ShouldBe(ExitCode.Ok, run.Error);
        run.Lines.Select(line => (int)line["rank"]!).ShouldBe([1, 2, 3, 4, 5]);
        run.Lines.Select(line => (double)line["prediction"]!).ShouldBeInOrder(SortDirection.Descending);
        run.Lines[0].Select(pair => pair.Key).ShouldBe(["rank", "id", "arch", "prediction"]);
        ((string)run.Lines[0]["arch"]!).ShouldStartWith("|");
        run.Error.ShouldContain("15625 cells");
    }

    [Fact]
    public async Task Cells_of_a_file_are_ranked()
    {
        var run = await CommandLine.Run("rank", "--cells", Cells(Poor, Good), "--json");
        run.Exit.ShouldBe(ExitCode.Ok, run.Error);
        run.Lines.Select(line => (string)line["id"]!).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Predictions_of_a_file_stand_in_its_order()
    {
        var run = await CommandLine.Run("predict", "--cells", Cells(Poor, Good), "--json");
        run.Exit.ShouldBe(ExitCode.Ok, run.Error);
        run.Lines.Select(line => ((string)line["id"]!, (int)line["rank"]!)).ShouldBe([("b", 2), ("a", 1)]);
    }

    [Fact]
    public async Task A_wrong_line_is_an_error_or_skipped()
    {
        string file = Cells(Good, "{}");
        var run = await CommandLine.Run("rank", "--cells", file);
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain($"{file}:2");
        var skipping = await CommandLine.Run("rank", "--cells", file, "--skip-bad");
        skipping.Exit.ShouldBe(ExitCode.Ok);
        skipping.Error.ShouldContain($"{file}:2");
    }

    [Theory]
    [InlineData("predict", "--cells")]
    [InlineData("rank", "--cells")]
    [InlineData("embed", "-o", "vectors.parquet", "--cells")]
    public async Task An_operation_that_the_predictor_of_a_space_of_ones_own_does_not_know_is_an_error_with_its_line(params string[] arguments)
    {
        string known = """{"id": "a", "ops": ["input", "conv_a", "output"], "edges": [[0,1],[1,2]]}""", file = Cells(known, known.Replace("\"a\"", "\"b\"").Replace("conv_a", "conv_z"));
        var run = await CommandLine.Run([.. arguments, file, "--predictor", OwnSpace()]);
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain($"{file}:2");
        run.Error.ShouldContain("node 1 is 'conv_z', and mine has no such operation");
        (await CommandLine.Run("predict", "--cells", file, "--predictor", OwnSpace(), "--skip-bad", "--json")).Lines.Select(line => (string)line["id"]!).ShouldBe(["a"]);
    }

    [Fact]
    public async Task A_predictor_of_another_space_is_refused()
    {
        var run = await CommandLine.Run("rank", "--space", "nasbenchmacro");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("nasbench201, not of nasbenchmacro");
    }

    [Fact]
    public async Task A_predictor_of_whole_networks_is_refused()
    {
        var run = await CommandLine.Run("rank", "--cells", Cells(Good), "--predictor", "latency-ort-cpu");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("not of cells");
    }

    [Fact]
    public async Task A_predictor_of_cells_refuses_networks()
    {
        var run = await CommandLine.Run("predict", _folder.Write("x.onnx"), "--predictor", "nasbench201-cifar10");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("not of whole networks");
    }

    [Theory]
    [InlineData("rank")]
    [InlineData("rank", "--space", "nasbench201", "--cells", "x.jsonl")]
    [InlineData("rank", "--space", "darts")]
    [InlineData("rank", "--space", "nasbench201", "--top", "0")]
    [InlineData("predict")]
    [InlineData("predict", "x.onnx", "--cells", "x.jsonl")]
    public async Task What_does_not_go_together_is_a_usage_error(params string[] arguments) => (await CommandLine.Run(arguments)).Exit.ShouldBe(ExitCode.Usage);

    public void Dispose() => _folder.Dispose();

    private string OwnSpace()
    {
        var shipped = PredictorFile.Read(Path.Combine(SharedData.Repository(), "predictors", "nasbench201-cifar10.onnx"));
        var mine = shipped.Description.Cells! with { Space = "mine", Operations = ["input", "conv_a", "conv_b", "pool", "skip_connect", "none", "output"] };
        string path = Path.Combine(_folder.Root, "mine.onnx");
        PredictorFile.Of(ModelProto.Parser.ParseFrom(shipped.Model.Span), shipped.Description with { Cells = mine }, shipped.Familiarity).Write(path);
        return path;
    }

    private string Cells(params string[] lines) => _folder.Write("cells.jsonl", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}
