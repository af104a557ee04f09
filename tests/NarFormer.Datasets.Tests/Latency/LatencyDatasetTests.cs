using NarFormer.Datasets.Campaign;
using NarFormer.Datasets.Latency;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Tests.Latency;

public sealed class LatencyDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LatencyDatasetTests()
    {
        MeasuredEnvironment.Write(_folder.File(MeasuredEnvironment.FileName), core: 1, new LatencyJob());
        LatencyDatasetBuilder.Write(_folder.FullName, SampleRounds.Campaign());
    }

    [Fact]
    public void Loads_what_a_campaign_measured()
    {
        var dataset = LatencyDataset.Load(_folder.FullName);
        dataset.Rows.Count.ShouldBe(20);
        dataset.Rounds.Count.ShouldBe(60);
        dataset.Environment.Core.ShouldBe(1);
        dataset.Split(DataSplit.Test).Count().ShouldBe(2);
        var row = dataset.Rows[2];
        row.Name.ShouldBe("alexnet-3");
        row.LowMs.ShouldBe(3, 1e-9);
        row.MedianMs.ShouldBe(3.3, 1e-9);
    }

    [Fact]
    public void Makes_the_measured_networks_again()
    {
        var dataset = LatencyDataset.Load(_folder.FullName);
        dataset.Generate(dataset.Rows[0]).Graph.Name.ShouldBe("alexnet-1");
        LatencyDatasetCheck.Run(dataset);
    }

    [Fact]
    public void A_network_that_the_zoo_no_longer_makes_is_an_error()
    {
        var dataset = LatencyDataset.Load(_folder.FullName);
        Should.Throw<InvalidDataException>(() => dataset.Generate(dataset.Rows[0] with { Sha256 = "feed" })).Message.ShouldContain("alexnet-1");
    }

    [Fact]
    public void A_label_that_the_rounds_do_not_give_is_an_error()
    {
        Edit(4, fields => fields[7] = "77");
        Should.Throw<InvalidDataException>(() => LatencyDatasetCheck.Run(LatencyDataset.Load(_folder.FullName))).Message.ShouldContain("alexnet-3");
    }

    [Theory]
    [InlineData(7, "-1", "networks.csv:4: labelMs")]
    [InlineData(7, "0", "networks.csv:4: labelMs")]
    [InlineData(7, "", "networks.csv:4: labelMs")]
    [InlineData(8, "nan", "networks.csv:4: lowMs")]
    [InlineData(1, "1.5", "networks.csv:4: seed")]
    [InlineData(6, "exam", "networks.csv:4: split")]
    [InlineData(1, "2", "networks.csv:4: alexnet-2 appears a second time")]
    [InlineData(0, "a,b", "networks.csv:4: 12 fields")]
    public void A_wrong_field_is_named_with_its_line(int column, string value, string message)
    {
        Edit(4, fields => fields[column] = value);
        Should.Throw<InvalidDataException>(() => LatencyDataset.Load(_folder.FullName)).Message.ShouldContain(message);
    }

    [Fact]
    public void Other_columns_are_an_error()
    {
        Edit(1, fields => fields[0] = "kind");
        Should.Throw<InvalidDataException>(() => LatencyDataset.Load(_folder.FullName)).Message.ShouldContain("networks.csv:1:");
    }

    [Fact]
    public void A_missing_file_is_an_error_that_names_it()
    {
        File.Delete(_folder.File("networks.csv"));
        Should.Throw<IOException>(() => LatencyDataset.Load(_folder.FullName)).Message.ShouldContain("networks.csv");
    }

    public void Dispose() => _folder.Dispose();

    private void Edit(int line, Action<string[]> edit)
    {
        string path = _folder.File("networks.csv");
        string[] lines = File.ReadAllLines(path);
        string[] fields = lines[line - 1].Split(',');
        edit(fields);
        lines[line - 1] = string.Join(',', fields);
        File.WriteAllLines(path, lines);
    }
}
