using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf;
using NarFormer.Testing;
using NarFormer.Zoo;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class AdaptVerbTests : IDisposable
{
    private const int Networks = 12;
    private const double Slower = 2.5;

    private static readonly string Shipped = Path.Combine(SharedData.Repository(), "predictors", "latency-ort-cpu.onnx");

    private readonly string _folder = Directory.CreateTempSubdirectory("adapt").FullName;

    [Fact]
    public async Task A_predictor_is_fitted_to_another_platform()
    {
        string labels = Labels([.. Enumerable.Range(1, Networks).Select(Row)]);
        var run = await CommandLine.RunAsync("adapt", "--predictor", Shipped, "--labels", labels, "--platform", "my board", "-o", At("mine.onnx"), "--json");
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        var outcome = JsonNode.Parse(run.Output)!;
        outcome["measurements"]!.GetValue<int>().ShouldBe(Networks);
        outcome["factor"]!.GetValue<double>().ShouldBe(Slower, 0.05);
        outcome["leftOutMape"]!.GetValue<double>().ShouldBeLessThan(0.05);
        using var adapted = Predictor.Load(At("mine.onnx"));
        (adapted.Description.Name, adapted.Description.Platform).ShouldBe(("mine", "my board"));
        double expected = Slower * Old(Networks + 1);
        adapted.Predict(Read(adapted, Networks + 1)).Value.ShouldBe(expected, 0.1 * expected);

        var text = await CommandLine.RunAsync("adapt", "--predictor", Shipped, "--labels", labels, "--platform", "my board", "-o", At("mine.onnx"));
        text.Output.ShouldContain("my board, from latency-ort-cpu@");
    }

    [Fact]
    public async Task A_platform_that_nobody_names_is_an_error()
    {
        var run = await CommandLine.RunAsync("adapt", "--predictor", Shipped, "--labels", Labels([Row(1), Row(2), Row(3)]), "-o", At("mine.onnx"));
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("--platform");
        File.Exists(At("mine.onnx")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("missing.onnx,3", "few.csv:3: there is no file")]
    [InlineData("few.csv,3", "few.csv:3: ")]
    [InlineData("1.onnx,-1", "few.csv:3: latencyMs")]
    public async Task A_wrong_line_is_named(string line, string message)
    {
        var run = await CommandLine.RunAsync("adapt", "--predictor", Shipped, "--labels", Labels([Row(1), line]), "--platform", "p", "-o", At("mine.onnx"));
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain(message);
    }

    [Fact]
    public async Task A_predictor_of_accuracy_is_refused()
    {
        await File.WriteAllLinesAsync(At("cells.csv"), ["arch,latencyMs", .. TinyCells.Codes(4).Select((c, i) => $"{c},{i + 1}")], TestContext.Current.CancellationToken);
        string accuracy = Path.Combine(SharedData.Repository(), "predictors", "nasbench201-cifar10.onnx");
        var run = await CommandLine.RunAsync("adapt", "--predictor", accuracy, "--labels", At("cells.csv"), "--platform", "p", "-o", At("mine.onnx"));
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("accuracy");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Graphs.NetworkGraph Read(Predictor predictor, int seed) =>
        new Onnx.OnnxReader().Read(ZooCatalog.Find("squeezenet").Generate((ulong)seed), "network", new() { FoldConstants = predictor.Encoding.FoldsConstants });

    private static double Old(int seed)
    {
        using var predictor = Predictor.Load(Shipped);
        return predictor.Predict(Read(predictor, seed)).Value;
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Row(int seed)
    {
        File.WriteAllBytes(At($"{seed}.onnx"), ZooCatalog.Find("squeezenet").Generate((ulong)seed).ToByteArray());
        return string.Create(CultureInfo.InvariantCulture, $"{seed}.onnx,{Slower * Old(seed)}");
    }

    private string Labels(string[] rows)
    {
        File.WriteAllLines(At("few.csv"), ["file,latencyMs", .. rows]);
        return At("few.csv");
    }
}
