using System.Text.Json.Nodes;

namespace NarFormer.Training.Cli.Tests.Verbs;

public sealed class DatasetVerbTests : IDisposable
{
    private const int Networks = 10;
    private readonly string _folder = Directory.CreateTempSubdirectory("narformer-dataset-").FullName;

    [Fact]
    public async Task A_measured_data_set_passes_its_check()
    {
        var measure = await Measure();
        measure.Code.ShouldBe(ExitCode.Ok, measure.Error);
        var check = await CommandLine.RunAsync("dataset", "check", _folder, "--json");
        check.Code.ShouldBe(ExitCode.Ok, check.Error);
        JsonNode.Parse(check.Output)!["networks"]!.GetValue<int>().ShouldBe(Networks);
        (await CommandLine.RunAsync("dataset", "check", _folder)).Output.ShouldContain("Noise floor");
    }

    [Fact]
    public async Task A_finished_campaign_measures_nothing_again()
    {
        await Measure();
        string log = Path.Combine(_folder, "campaign.jsonl");
        string before = await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken);
        (await Measure()).Code.ShouldBe(ExitCode.Ok);
        File.ReadAllText(log).ShouldBe(before);
    }

    [Fact]
    public async Task Without_graph_optimisations_it_is_another_platform()
    {
        var measure = await Measure("--plain");
        measure.Code.ShouldBe(ExitCode.Ok, measure.Error);
        (await CommandLine.RunAsync("dataset", "check", _folder)).Output.ShouldContain("Platform ort-cpu-plain:");
        var other = await Measure();
        other.Code.ShouldBe(ExitCode.Failed);
        other.Error.ShouldContain("environment.json: the campaign measures ort-cpu-plain");
    }

    [Fact]
    public async Task A_label_that_was_changed_by_hand_is_found()
    {
        await Measure();
        string path = Path.Combine(_folder, "networks.csv");
        string[] lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        int column = Array.IndexOf(lines[0].Split(','), "labelMs");
        string[] fields = lines[1].Split(',');
        fields[column] = "123.4";
        lines[1] = string.Join(',', fields);
        await File.WriteAllLinesAsync(path, lines, TestContext.Current.CancellationToken);
        var check = await CommandLine.RunAsync("dataset", "check", _folder);
        check.Code.ShouldBe(ExitCode.Failed);
        check.Error.ShouldContain("nasbench201-1");
    }

    [Theory]
    [InlineData("--count", "0")]
    [InlineData("--passes", "0")]
    [InlineData("--repeats", "-1")]
    [InlineData("--round-seconds", "0")]
    [InlineData("--core", "4096")]
    public async Task A_bad_option_is_named(string option, string value)
    {
        var run = await CommandLine.RunAsync("dataset", "measure", "-o", _folder, option, value);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(option);
    }

    [Fact]
    public async Task An_unknown_family_is_an_error_that_names_it()
    {
        var run = await CommandLine.RunAsync("dataset", "measure", "-o", _folder, "--families", "zebra");
        run.Code.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("zebra");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<CommandLine> Measure(params string[] more) => CommandLine.RunAsync(
        ["dataset", "measure", "-o", _folder, "--families", "nasbench201", "--count", $"{Networks}", "--passes", "2", "--repeats", "2", "--round-seconds", "0.005", .. more]);
}
