using System.Text.Json;
using NarFormer.Datasets.Measured;
using NarFormer.Measurement;
using NarFormer.Measurement.Environment;

namespace NarFormer.Datasets.Tests.Measured;

public sealed class MeasuredNetworksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MeasuredNetworksTests()
    {
        foreach (string name in new[] { "a.onnx", "b.onnx" }) File.WriteAllText(_folder.File(name), "");
    }

    [Fact]
    public void A_table_names_files_beside_it()
    {
        var networks = MeasuredNetworks.Read(Labels("file,latencyMs", "a.onnx,1.5", "b.onnx,20"));
        networks.Select(n => (n.Path, n.LatencyMs)).ShouldBe([(_folder.File("a.onnx"), 1.5), (_folder.File("b.onnx"), 20)]);
        networks.ShouldAllBe(n => n.Platform == null && n.Batch == null);
        networks[1].Place.ShouldEndWith("labels:3");
    }

    [Fact]
    public void What_was_printed_when_measuring_is_taken_as_it_is()
    {
        var networks = MeasuredNetworks.Read(Labels(Report("a.onnx", [[4, 2], [8, 9]]), "", Report("b.onnx", [[1]])));
        networks.Count.ShouldBe(2);
        networks[0].LatencyMs.ShouldBe(4, 1e-9);
        networks[0].Path.ShouldBe(_folder.File("a.onnx"));
        networks[0].Batch.ShouldBe(2);
        networks[0].Platform.ShouldBe(PlatformName.Of(LatencyEngine.PlainPlatform, EnvironmentReader.Read(), 1));
        networks[1].Place.ShouldEndWith("labels:3");
    }

    [Theory]
    [InlineData("a.onnx,fast", "labels:2: latencyMs 'fast' is not a number")]
    [InlineData("a.onnx,0", "labels:2: latencyMs must be above 0")]
    [InlineData("a.onnx", "labels:2: 1 fields where 2 are expected")]
    [InlineData("c.onnx,1", "labels:2: there is no file")]
    public void A_wrong_line_is_named(string line, string message) =>
        Should.Throw<InvalidDataException>(() => MeasuredNetworks.Read(Labels("file,latencyMs", line))).Message.ShouldContain(message);

    [Fact]
    public void A_file_that_stands_there_twice_is_named() =>
        Should.Throw<InvalidDataException>(() => MeasuredNetworks.Read(Labels("file,latencyMs", "a.onnx,1", "a.onnx,2"))).Message.ShouldContain("labels:3");

    [Fact]
    public void A_table_without_rows_or_with_other_columns_is_no_table()
    {
        Should.Throw<InvalidDataException>(() => MeasuredNetworks.Read(Labels("file,latencyMs"))).Message.ShouldContain("no measurements");
        Should.Throw<InvalidDataException>(() => MeasuredNetworks.Read(Labels("file,ms", "a.onnx,1"))).Message.ShouldContain("labels:1: the columns must be file,latencyMs");
    }

    [Theory]
    [InlineData("{ \"file\": \"a.onnx\" }")]
    [InlineData("{ broken")]
    public void A_line_that_is_no_report_is_named(string line) =>
        Should.Throw<InvalidDataException>(() => MeasuredNetworks.Read(Labels(line))).Message.ShouldContain("labels:1: not what narformer measure --json prints");

    public void Dispose() => _folder.Dispose();

    private static string Report(string file, double[][] rounds) => JsonSerializer.Serialize(
        new LatencyReport
        {
            File = file,
            At = DateTimeOffset.UnixEpoch,
            Batch = 2,
            Rounds = [.. rounds.Select(r => new LatencyRound(r))],
            Threads = 1,
            Platform = LatencyEngine.PlainPlatform,
            PeakMemoryBytes = null,
            FilledWeights = 0,
            Environment = EnvironmentReader.Read(),
            Warnings = [],
        },
        JsonSerializerOptions.Web);

    private string Labels(params string[] lines)
    {
        string path = _folder.File("labels");
        File.WriteAllLines(path, lines);
        return path;
    }
}
