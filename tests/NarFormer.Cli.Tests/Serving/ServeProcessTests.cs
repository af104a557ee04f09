using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace NarFormer.Cli.Tests.Serving;

public sealed class ServeProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Sends_metrics_and_traces_by_OTLP_and_ends_well_when_it_is_told_to()
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        using var folder = new ScratchFolder();
        using var collector = new TelemetryCollector();
        using var process = Start(folder, collector);
        var log = new StringBuilder();
        process.ErrorDataReceived += (_, line) => log.AppendLine(line.Data);
        process.BeginErrorReadLine();
        string listening = await process.StandardOutput.ReadLineAsync(timeout.Token) ?? "";
        using (var client = new HttpClient { BaseAddress = new Uri((string)JsonNode.Parse(listening)!["listening"]!) })
        {
            var network = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "samples", "resnet-1003.onnx"), timeout.Token));
            (await client.PostAsync("/v1/networks?name=resnet.onnx", network, timeout.Token)).EnsureSuccessStatusCode();
        }

        Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();
        await process.WaitForExitAsync(timeout.Token);
        process.ExitCode.ShouldBe(ExitCode.Ok, log.ToString());
        ShouldHold(collector.Sent("/v1/metrics"), "narformer.predictions");
        ShouldHold(collector.Sent("/v1/traces"), "/v1/networks");
    }

    private static Process Start(ScratchFolder folder, TelemetryCollector collector)
    {
        var start = new ProcessStartInfo("dotnet", [
            Path.Combine(AppContext.BaseDirectory, "narformer.dll"), "serve", "--json", "--urls", "http://127.0.0.1:0", "--store", Path.Combine(folder.Root, "store.db"),
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address;
        start.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        return Process.Start(start)!;
    }

    private static void ShouldHold(IReadOnlyList<byte[]> messages, string text) =>
        messages.Any(m => m.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0).ShouldBeTrue($"{messages.Count} messages, none of which holds {text}");
}
