using Google.Protobuf;
using NarFormer.Onnx.Schema;
using NarFormer.Testing;
using NarFormer.Zoo;

namespace NarFormer.Cli.Tests.Verbs;

public sealed class PredictVerbTests : IDisposable
{
    private static readonly string[] Fields =
        ["file", "prediction", "low", "high", "coverage", "unit", "platform", "predictor", "members", "familiar", "macs", "params", "nodes", "warnings"];

    private readonly ScratchFolder _folder = new();

    [Fact]
    public async Task Json_is_one_object_with_the_stated_fields_for_each_file()
    {
        string[] files = [Network("squeezenet", 1), Network("bert", 2), Network("resnet", 3)];
        var run = await CommandLine.Run(["predict", .. files, "--json"]);
        run.Exit.ShouldBe(ExitCode.Ok);
        run.Lines.Select(line => (string?)line["file"]).ShouldBe(files);
        foreach (var line in run.Lines)
        {
            line.Select(pair => pair.Key).ShouldBe(Fields);
            ((double)line["low"]!).ShouldBeInRange(0, (double)line["prediction"]!);
            ((double)line["high"]!).ShouldBeGreaterThan((double)line["prediction"]!);
        }
    }

    [Fact]
    public async Task Many_files_come_in_their_order_and_as_one_at_a_time()
    {
        string[] files = [.. Enumerable.Range(1, 20).Select(seed => Network(seed % 2 == 0 ? "nasbench201" : "squeezenet", (ulong)seed))];
        var run = await CommandLine.Run(["predict", .. files, "--json"]);
        run.Lines.Select(line => (string?)line["file"]).ShouldBe(files);
        double alone = (double)(await CommandLine.Run("predict", files[13], "--json")).Lines[0]["prediction"]!;
        ((double)run.Lines[13]["prediction"]!).ShouldBe(alone, 1e-4 * alone);
    }

    [Fact]
    public async Task A_larger_batch_takes_longer()
    {
        string file = Network("squeezenet", 1);
        double one = (double)(await CommandLine.Run("predict", file, "--json", "--batch", "1")).Lines[0]["prediction"]!;
        double eight = (double)(await CommandLine.Run("predict", file, "--json", "--batch", "8")).Lines[0]["prediction"]!;
        eight.ShouldBeGreaterThan(2 * one);
    }

    [Fact]
    public async Task A_bad_file_does_not_stop_the_others()
    {
        string bad = _folder.Write("bad.onnx", [1, 2, 3]), good = Network("squeezenet", 1);
        var run = await CommandLine.Run("predict", bad, good, "--json");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Lines.Count.ShouldBe(2);
        run.Lines[0].Select(pair => pair.Key).ShouldBe(["file", "error"]);
        ((string?)run.Lines[1]["file"]).ShouldBe(good);
        run.Error.ShouldContain("bad.onnx");
    }

    [Fact]
    public async Task A_network_that_cannot_be_encoded_does_not_spoil_those_read_with_it()
    {
        string good = Network("squeezenet", 1), empty = _folder.Write("empty.onnx", NoNodes().ToByteArray()), other = Network("squeezenet", 2);
        string[] files = [good, empty, other, .. Enumerable.Range(3, 3 * Environment.ProcessorCount).Select(seed => Network("squeezenet", (ulong)seed))];
        var run = await CommandLine.Run(["predict", .. files, "--json"]);
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Lines.Count(line => line.ContainsKey("error")).ShouldBe(1);
        run.Lines[1].ContainsKey("error").ShouldBeTrue();
    }

    [Fact]
    public async Task A_network_unlike_the_training_data_gets_a_warning()
    {
        var run = await CommandLine.Run("predict", _folder.Write("strange.onnx", Strange().ToByteArray()), "--json");
        run.Exit.ShouldBe(ExitCode.Ok, run.Error + run.Output);
        ((bool)run.Lines[0]["familiar"]!).ShouldBeFalse();
        run.Lines[0]["warnings"]!.ToJsonString().ShouldContain("unlike the training data");
    }

    [Fact]
    public async Task Text_names_platform_interval_and_costs()
    {
        var run = await CommandLine.Run("predict", Network("squeezenet", 1));
        run.Exit.ShouldBe(ExitCode.Ok);
        run.Output.ShouldSatisfyAllConditions(
            o => o.ShouldContain("90 %"), o => o.ShouldContain("squeezenet-1.onnx"), o => o.ShouldContain(" ms"), o => o.ShouldContain("MACs"), o => o.ShouldContain("parameters"));
    }

    [Fact]
    public async Task The_samples_are_familiar()
    {
        var run = await CommandLine.Run("predict", Path.Combine(SharedData.Repository(), "samples"), "--json");
        run.Lines.Count.ShouldBe(3);
        foreach (var line in run.Lines) ((bool)line["familiar"]!).ShouldBeTrue((string?)line["file"]);
    }

    [Fact]
    public async Task An_unknown_predictor_is_an_error_that_lists_those_there_are()
    {
        var run = await CommandLine.Run("predict", Network("squeezenet", 1), "--predictor", "oracle");
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldSatisfyAllConditions(e => e.ShouldContain("oracle"), e => e.ShouldContain("latency-ort-cpu"));
    }

    [Fact]
    public async Task A_file_that_is_no_predictor_is_an_error_that_names_it()
    {
        string file = Network("squeezenet", 1);
        var run = await CommandLine.Run("predict", file, "--predictor", file);
        run.Exit.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain($"{file}: not a predictor file");
    }

    [Fact]
    public async Task No_file_is_a_usage_error() => (await CommandLine.Run("predict")).Exit.ShouldBe(ExitCode.Usage);

    public void Dispose() => _folder.Dispose();

    private string Network(string family, ulong seed) =>
        _folder.Write($"{family}-{seed}.onnx", ZooCatalog.Find(family).Generate(seed).ToByteArray());

    private static ModelProto NoNodes() => Model(new GraphProto { Name = "empty", Input = { Tensor("x", 1, 3) }, Output = { Tensor("x", 1, 3) } });

    private static ModelProto Strange() => Model(new GraphProto
    {
        Name = "strange",
        Input = { Tensor("x", 64, 4096) },
        Output = { Tensor("y", 64, 4096) },
        Node = { new NodeProto { OpType = "Acosh", Name = "n", Input = { "x" }, Output = { "y" } } },
    });

    private static ModelProto Model(GraphProto graph) => new() { IrVersion = 8, OpsetImport = { new OperatorSetIdProto { Version = 17 } }, Graph = graph };

    private static ValueInfoProto Tensor(string name, params long[] dimensions)
    {
        var shape = new TensorShapeProto();
        foreach (long dimension in dimensions) shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = dimension });
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = 1, Shape = shape } } };
    }
}
