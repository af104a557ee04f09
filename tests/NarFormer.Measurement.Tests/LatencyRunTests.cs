using NarFormer.Onnx;
using NarFormer.Onnx.Schema;

namespace NarFormer.Measurement.Tests;

public sealed class LatencyRunTests : IDisposable
{
    private static readonly LatencyJob Job = new() { Rounds = 3, RoundTime = TimeSpan.Zero, MinimumRuns = 4, MaximumRuns = 4, WarmupRuns = 1, WarmupTime = TimeSpan.Zero };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("narformer-measurement-");

    private string NetworkPath => Path.Combine(_folder.FullName, "tiny.onnx");

    [Fact]
    public void Measures_a_file_without_weight_bytes()
    {
        TinyNetwork.Write(NetworkPath);
        var report = new LatencyRun(Job, ["noisy"], TimeProvider.System).Measure(NetworkPath, TestContext.Current.CancellationToken);
        report.File.ShouldBe(NetworkPath);
        report.Rounds.Count.ShouldBe(3);
        report.Rounds.ShouldAllBe(r => r.SamplesMs.Count == 4 && r.SamplesMs.All(ms => ms > 0));
        report.FilledWeights.ShouldBe(2);
        report.Environment.OnnxRuntime.ShouldNotBeEmpty();
        report.Warnings[0].ShouldBe("noisy");
        report.Warnings[1].ShouldStartWith("2 weights");
    }

    [Fact]
    public void Without_graph_optimisations_it_is_another_platform()
    {
        TinyNetwork.Write(NetworkPath);
        new LatencyRun(Job, [], TimeProvider.System).Measure(NetworkPath, TestContext.Current.CancellationToken).Platform.ShouldBe("ort-cpu");
        new LatencyRun(Job with { OptimizesGraphs = false }, [], TimeProvider.System).Measure(NetworkPath, TestContext.Current.CancellationToken).Platform.ShouldBe("ort-cpu-plain");
    }

    [Theory]
    [InlineData(2, 64)]
    [InlineData(null, 128)]
    public void Takes_batch_and_named_dimensions(int? batch, int length)
    {
        TinyNetwork.Write(NetworkPath);
        var job = Job with { Batch = batch, Dimensions = new Dictionary<string, long> { ["length"] = length } };
        new LatencyRun(job, [], TimeProvider.System).Measure(NetworkPath, TestContext.Current.CancellationToken).Rounds.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("not a model at all")]
    [InlineData("")]
    public void A_file_that_is_no_model_is_named(string text)
    {
        File.WriteAllText(NetworkPath, text);
        Should.Throw<OnnxException>(() => new LatencyRun(Job, [], TimeProvider.System).Measure(NetworkPath, TestContext.Current.CancellationToken)).Message.ShouldContain(NetworkPath);
    }

    [Fact]
    public void A_network_that_does_not_load_is_named()
    {
        var model = TinyNetwork.Model();
        model.Graph.Node[0].OpType = "NoSuchOperator";
        Should.Throw<OnnxException>(() => new LatencyEngine().Load(model, "mine", Job)).Message.ShouldStartWith("mine: ");
    }

    [Fact]
    public void Of_many_nodes_that_do_not_load_the_first_is_told()
    {
        var model = TinyNetwork.Model();
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "mine", Version = 1 });
        model.Functions.Add(new FunctionProto
        {
            Domain = "mine",
            Name = "Broken",
            Output = { "value" },
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = 17 } },
            Node = { new NodeProto { OpType = "Constant", Name = "first", Output = { "a" } }, new NodeProto { OpType = "Constant", Name = "second", Output = { "value" } } },
        });
        model.Graph.Node.Add(new NodeProto { Domain = "mine", OpType = "Broken", Name = "call", Output = { "unused" } });
        string message = Should.Throw<OnnxException>(() => new LatencyEngine().Load(model, "mine", Job)).Message;
        message.ShouldContain("first");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new LatencyEngine().Load(TinyNetwork.Model(), "tiny", Job with { Rounds = 0 }));

    [Fact]
    public void Stops_when_told_to()
    {
        TinyNetwork.Write(NetworkPath);
        Should.Throw<OperationCanceledException>(() => new LatencyRun(Job, [], TimeProvider.System).Measure(NetworkPath, new CancellationToken(canceled: true)));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
