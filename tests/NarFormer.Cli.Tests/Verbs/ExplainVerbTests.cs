using Google.Protobuf;
using NarFormer.Testing;
using NarFormer.Zoo;

namespace NarFormer.Cli.Tests.Verbs;

public sealed class ExplainVerbTests : IDisposable
{
    private static readonly string[] Fields =
        ["file", "prediction", "low", "high", "coverage", "unit", "platform", "predictor", "familiar", "nodes", "operators", "perNode", "warnings"];

    private readonly ScratchFolder _folder = new();

    [Fact]
    public async Task The_shipped_predictor_is_explained_to_rounding_for_every_family()
    {
        string[] files = [.. ZooCatalog.Families.Select(f => Network(f.Name, 1))];
        var run = await CommandLine.Run(["explain", .. files, "--json"]);
        run.Exit.ShouldBe(ExitCode.Ok, run.Error);
        run.Lines.Select(line => (string?)line["file"]).ShouldBe(files);
        foreach (var line in run.Lines)
        {
            line.Select(pair => pair.Key).ShouldBe(Fields);
            double prediction = (double)line["prediction"]!;
            foreach (string parts in (string[])["perNode", "operators"])
            {
                line[parts]!.AsArray().Sum(n => (double)n!["value"]!).ShouldBe(prediction, 1e-5 * prediction, (string?)line["file"]);
                line[parts]!.AsArray().Sum(n => (double)n!["share"]!).ShouldBe(1, 1e-9);
                line[parts]!.AsArray().Select(n => (double)n!["value"]!).ShouldBeInOrder(SortDirection.Descending);
            }

            line["perNode"]!.AsArray().Count.ShouldBe((int)line["nodes"]!);
        }
    }

    [Fact]
    public async Task It_explains_what_predict_says()
    {
        string file = Network("squeezenet", 1);
        double predicted = (double)(await CommandLine.Run("predict", file, "--json", "--batch", "4")).Lines[0]["prediction"]!;
        ((double)(await CommandLine.Run("explain", file, "--json", "--batch", "4")).Lines[0]["prediction"]!).ShouldBe(predicted, 1e-6 * predicted);
    }

    [Fact]
    public async Task Text_lists_operators_and_the_most_expensive_nodes()
    {
        var run = await CommandLine.Run("explain", Sample("resnet-1003.onnx"), "--top", "3");
        run.Exit.ShouldBe(ExitCode.Ok, run.Error);
        run.Output.ShouldSatisfyAllConditions(
            o => o.ShouldContain(" ms on ort-cpu"), o => o.ShouldContain("GlobalAveragePool"), o => o.ShouldContain("Conv_"), o => o.ShouldContain("47 more"), o => o.ShouldContain(" %"));
    }

    [Fact]
    public async Task Json_lists_as_many_nodes_as_asked_for()
    {
        var line = (await CommandLine.Run("explain", Sample("resnet-1003.onnx"), "--top", "2", "--json")).Lines.ShouldHaveSingleItem();
        line["perNode"]!.AsArray().Count.ShouldBe(2);
        line["perNode"]![0]!.AsObject().Select(pair => pair.Key).ShouldBe(["index", "name", "operator", "outputShape", "value", "share"]);
        ((int)line["nodes"]!).ShouldBe(50);
    }

    [Fact]
    public async Task A_bad_file_does_not_stop_the_others()
    {
        var run = await CommandLine.Run("explain", _folder.Write("bad.onnx", [1, 2, 3]), Network("squeezenet", 1), "--json");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Lines.Count.ShouldBe(1);
        run.Error.ShouldContain("bad.onnx");
    }

    [Fact]
    public async Task A_predictor_of_cells_is_an_error_that_names_it()
    {
        var run = await CommandLine.Run("explain", Network("squeezenet", 1), "--predictor", "nasbench201-cifar10");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("nasbench201-cifar10");
    }

    [Fact]
    public async Task A_negative_number_of_nodes_is_a_usage_error()
    {
        var run = await CommandLine.Run("explain", Network("squeezenet", 1), "--top", "-1");
        run.Exit.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("--top");
    }

    public void Dispose() => _folder.Dispose();

    private static string Sample(string name) => Path.Combine(SharedData.Repository(), "samples", name);

    private string Network(string family, ulong seed) =>
        _folder.Write($"{family}-{seed}.onnx", ZooCatalog.Find(family).Generate(seed).ToByteArray());
}
