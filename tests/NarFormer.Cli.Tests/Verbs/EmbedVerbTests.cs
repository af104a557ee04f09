using NarFormer.Datasets.Vectors;
using NarFormer.Testing;

namespace NarFormer.Cli.Tests.Verbs;

public sealed class EmbedVerbTests : IDisposable
{
    private const string Cell = """{"id": "a", "space": "nasbench201", "ops": ["input", "nor_conv_3x3", "nor_conv_1x1", "nor_conv_3x3", "nor_conv_3x3", "skip_connect", "nor_conv_3x3", "output"], "edges": [[0,1],[0,2],[0,4],[1,3],[1,5],[2,6],[3,6],[4,7],[5,7],[6,7]]}""";

    private readonly ScratchFolder _folder = new();

    [Fact]
    public async Task A_whole_space_is_written_with_the_predictions_that_rank_gives()
    {
        string file = Output("vectors.parquet");
        var run = await CommandLine.Run("embed", "--space", "nasbench201", "-o", file, "--json");
        run.Exit.ShouldBe(ExitCode.Ok, run.Error);
        var vectors = await Read(file);
        vectors.Ids.Count.ShouldBe(15_625);
        run.Error.ShouldContain("15625 cells in");
        ((int)run.Lines[0]["vectors"]!, (int)run.Lines[0]["width"]!).ShouldBe((15_625, vectors.Width));
        var best = (await CommandLine.Run("rank", "--space", "nasbench201", "--top", "1", "--json")).Lines[0];
        vectors.Predictions[vectors.Ids.ToList().IndexOf((string)best["arch"]!)].ShouldBe((float)(double)best["prediction"]!, 1e-6f);
    }

    [Theory]
    [InlineData("vectors.parquet")]
    [InlineData("vectors.safetensors")]
    public async Task Cells_of_a_file_keep_their_ids(string name)
    {
        string file = Output(name), cells = _folder.Write("cells.jsonl", System.Text.Encoding.UTF8.GetBytes(Cell));
        var run = await CommandLine.Run("embed", "--cells", cells, "-o", file);
        run.Exit.ShouldBe(ExitCode.Ok, run.Error);
        (await Read(file)).Ids.ShouldBe(["a"]);
        run.Output.ShouldContain("1 vectors");
    }

    [Fact]
    public async Task Vectors_of_networks_are_those_of_the_library()
    {
        string file = Output("vectors.safetensors"), sample = Directory.GetFiles(Path.Combine(SharedData.Repository(), "samples"), "*.onnx").Order(StringComparer.Ordinal).First();
        (await CommandLine.Run("embed", sample, "-o", file)).Exit.ShouldBe(ExitCode.Ok);
        using var predictor = Predictor.LoadBundled("latency-ort-cpu");
        var graph = new NarFormer.Onnx.OnnxReader().Read(sample, new() { FoldConstants = predictor.Encoding.FoldsConstants });
        var vectors = await Read(file);
        vectors.Values.ShouldBe(predictor.Embed(graph));
        vectors.Predictions[0].ShouldBe((float)predictor.Predict(graph).Value);
    }

    [Fact]
    public async Task A_bad_file_does_not_stop_the_others()
    {
        string file = Output("vectors.parquet"), bad = _folder.Write("bad.onnx", [1, 2, 3]);
        var run = await CommandLine.Run("embed", bad, Path.Combine(SharedData.Repository(), "samples"), "-o", file, "--json");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("bad.onnx");
        ((int)run.Lines[0]["failed"]!).ShouldBe(1);
        (await Read(file)).Ids.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Nothing_to_embed_is_an_error_and_writes_nothing()
    {
        string file = Output("vectors.parquet");
        (await CommandLine.Run("embed", _folder.Write("bad.onnx", [1]), "-o", file)).Exit.ShouldBe(ExitCode.Failed);
        File.Exists(file).ShouldBeFalse();
    }

    [Theory]
    [InlineData("embed", "-o", "x.parquet")]
    [InlineData("embed", "x.onnx")]
    [InlineData("embed", "--space", "nasbench201", "-o", "x.npz")]
    [InlineData("embed", "x.onnx", "--space", "nasbench201", "-o", "x.parquet")]
    public async Task What_does_not_go_together_is_a_usage_error(params string[] arguments) => (await CommandLine.Run(arguments)).Exit.ShouldBe(ExitCode.Usage);

    public void Dispose() => _folder.Dispose();

    private static Task<NetworkVectors> Read(string file) => VectorFile.ReadAsync(file, TestContext.Current.CancellationToken);

    private string Output(string name) => Path.Combine(_folder.Root, name);
}
