using Google.Protobuf;
using NarFormer.Cli.Measuring;
using NarFormer.Measurement;
using NarFormer.Onnx;
using NarFormer.Zoo;

namespace NarFormer.Cli.Tests.Measuring;

public sealed class MeasuringProcessTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    [Fact]
    public async Task A_crash_is_an_error_that_names_the_file()
    {
        var measuring = new MeasuringProcess(["/bin/sh", "-c", "kill -SEGV $$"], new LatencyJob(), []);
        var error = await Should.ThrowAsync<OnnxException>(() => measuring.MeasureAsync("network.onnx", TestContext.Current.CancellationToken));
        error.Message.ShouldBe("network.onnx: the process that ran the network ended with code 139: ONNX Runtime crashed or memory ran out");
    }

    [Fact]
    public async Task A_process_does_not_outlive_what_asked_for_it()
    {
        string mark = Path.Combine(_folder.Root, "mark");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var measuring = new MeasuringProcess(["/bin/sh", "-c", $"touch {mark}; exec sleep 600"], new LatencyJob(), []);
        var task = measuring.MeasureAsync("network.onnx", cancellation.Token);
        while (!File.Exists(mark)) await Task.Delay(10, cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => task);
    }

    [Fact]
    public async Task The_job_reaches_the_process_and_every_warning_the_report()
    {
        string file = _folder.Write("network.onnx", ZooCatalog.Find("nasbench201").Generate(1).ToByteArray());
        var job = new LatencyJob { Rounds = 1, Batch = 2, OptimizesGraphs = false, RoundTime = TimeSpan.FromMilliseconds(1), WarmupTime = TimeSpan.Zero, Dimensions = new Dictionary<string, long> { ["sequence"] = 8 } };
        var report = await MeasuringProcess.OfThisProgram(job, ["the machine is busy"]).MeasureAsync(file, TestContext.Current.CancellationToken);
        report.File.ShouldBe(file);
        report.Batch.ShouldBe(2);
        report.Dimensions.ShouldContainKeyAndValue("sequence", 8);
        report.Platform.ShouldBe(LatencyEngine.PlainPlatform);
        report.Rounds.ShouldHaveSingleItem().SamplesMs.Count.ShouldBeGreaterThanOrEqualTo(job.MinimumRuns);
        report.Warnings[0].ShouldBe("the machine is busy");
        report.Warnings[1].ShouldContain("were made up");
    }

    [Fact]
    public async Task What_the_process_cannot_measure_is_its_error()
    {
        string file = _folder.Write("bad.onnx", "no model"u8.ToArray());
        var measuring = MeasuringProcess.OfThisProgram(new LatencyJob(), []);
        (await Should.ThrowAsync<OnnxException>(() => measuring.MeasureAsync(file, TestContext.Current.CancellationToken))).Message.ShouldContain($"{file}: ");
    }

    public void Dispose() => _folder.Dispose();
}
