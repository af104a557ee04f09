using System.Buffers.Binary;
using NarFormer.Datasets.Vectors;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class PlotVerbTests : IDisposable
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly string _folder = Directory.CreateTempSubdirectory("plots").FullName;

    [Theory]
    [InlineData("vectors.parquet")]
    [InlineData("vectors.safetensors")]
    public async Task A_map_of_vectors_has_the_size_asked_for(string name)
    {
        var run = await CommandLine.RunAsync("plot", "map", await Vectors(name), "--labels", Labels("a", "b", "c"), "--label", "accuracy", "-o", At("map.png"), "--width", "640", "--height", "480");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        SizeOf("map.png").ShouldBe((640, 480));
        run.Output.ShouldContain("640 x 480");
    }

    [Theory]
    [InlineData("")]
    [InlineData(""", "lowerQuartileRegrets": [0.01, 0], "upperQuartileRegrets": [0.5, 0.1]""")]
    public async Task A_search_is_drawn_with_and_without_quartiles(string quartiles)
    {
        string results = Write("search.json", $$"""{ "budget": 2, "searches": [{ "name": "random", "medianRegrets": [0.1, 0]{{quartiles}}, "questions": [2, null] }] }""");
        var run = await CommandLine.RunAsync("plot", "search", results, "-o", At("regret.png"));
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        SizeOf("regret.png").ShouldBe((1000, 700));
    }

    [Fact]
    public async Task Predictions_are_drawn_against_what_was_measured()
    {
        string table = Write("predictions.csv", "family,seed,latencyMs,network,linear\nalexnet,3,10.4,9.7,8\nalexnet,4,31,32,28\n");
        var run = await CommandLine.RunAsync("plot", "predictions", table, "-o", At("predictions.png"), "--predicted", "linear");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        SizeOf("predictions.png").ShouldBe((1000, 700));
        (await CommandLine.RunAsync("plot", "predictions", table, "-o", At("predictions.png"), "--predicted", "oracle")).Error.ShouldContain("oracle");
    }

    [Theory]
    [InlineData("families")]
    [InlineData("sizes")]
    public async Task Errors_are_drawn_by_family_and_by_size(string plot)
    {
        string table = Write("predictions.csv", "family,seed,nodes,latencyMs,network,linear\nalexnet,3,20,10.4,9.7,8\nvgg,4,33,31,32,28\n");
        string other = Write("other.csv", "family,seed,nodes,latencyMs,network,linear\nalexnet,3,20,10.4,9.7,8\n");
        var run = await CommandLine.RunAsync("plot", plot, table, $"few={other}", "-o", At("errors.png"), "--predicted", "linear", "--predicted", "network");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        SizeOf("errors.png").ShouldBe((1000, 700));
        string nameless = Write("nameless.csv", "seed,latencyMs,network\n3,10.4,9.7\n");
        (await CommandLine.RunAsync("plot", plot, nameless, "-o", At("errors.png"))).Error.ShouldContain("nameless.csv: there is no column");
    }

    [Fact]
    public async Task A_missing_label_is_an_error_that_lists_the_columns()
    {
        var run = await CommandLine.RunAsync("plot", "map", await Vectors("v.parquet"), "--labels", Labels("a", "b", "c"), "--label", "loss", "-o", At("map.png"));
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("'loss'");
        run.Error.ShouldContain("accuracy");
        File.Exists(At("map.png")).ShouldBeFalse();
    }

    [Fact]
    public async Task Ids_that_do_not_match_are_an_error_that_names_the_first()
    {
        var run = await CommandLine.RunAsync("plot", "map", await Vectors("v.parquet"), "--labels", Labels("a", "x", "y"), "--label", "accuracy", "-o", At("map.png"));
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("'arch'");
        run.Error.ShouldContain("'b'");
    }

    [Theory]
    [InlineData("plot", "map", "vectors.npz", "--labels", "x.csv", "--label", "accuracy", "-o", "map.png")]
    [InlineData("plot", "search", "missing.json", "-o", "x.png")]
    public async Task What_cannot_be_read_is_an_error(params string[] arguments)
    {
        var run = await CommandLine.RunAsync(arguments);
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain(arguments[2]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{ "searches": [{ "name": "a", "medianRegrets": [1], "lowerQuartileRegrets": [1, 2] }] }""")]
    public async Task Something_else_than_results_of_a_search_is_an_error(string json)
    {
        var run = await CommandLine.RunAsync("plot", "search", Write("other.json", json), "-o", At("x.png"));
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("other.json");
    }

    [Theory]
    [InlineData("plot", "search", "x.json", "-o", "x.jpg")]
    [InlineData("plot", "search", "x.json", "-o", "x.png", "--width", "3")]
    [InlineData("plot", "search", "x.json")]
    public async Task What_cannot_be_drawn_is_a_usage_error(params string[] arguments) => (await CommandLine.RunAsync(arguments)).Code.ShouldBe(ExitCode.Usage);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> Vectors(string name)
    {
        var vectors = new NetworkVectors(["a", "b", "c"], [1, 2, 3], [1, 2, 3, 4, 5, 7, 9, 8, 7], new Dictionary<string, string>());
        await VectorFile.WriteAsync(vectors, At(name), TestContext.Current.CancellationToken);
        return At(name);
    }

    private string Labels(params string[] ids) =>
        Write("labels.csv", "index,arch,accuracy\n" + string.Concat(ids.Select((id, i) => $"{i},{id},{i * 10}\n")));

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    private (int Width, int Height) SizeOf(string name)
    {
        byte[] bytes = File.ReadAllBytes(At(name));
        bytes[..8].ShouldBe(PngSignature);
        return (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
    }

    private string At(string name) => Path.Combine(_folder, name);
}
