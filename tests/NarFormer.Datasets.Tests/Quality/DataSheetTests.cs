using NarFormer.Datasets.Campaign;
using NarFormer.Datasets.Latency;
using NarFormer.Datasets.Quality;
using NarFormer.Measurement;

namespace NarFormer.Datasets.Tests.Quality;

public sealed class DataSheetTests
{
    [Fact]
    public void Tells_sizes_drift_and_noise()
    {
        using var folder = new TemporaryFolder();
        MeasuredEnvironment.Write(folder.File(MeasuredEnvironment.FileName), core: 1, new LatencyJob());
        LatencyDatasetBuilder.Write(folder.FullName, SampleRounds.Campaign());
        var dataset = LatencyDataset.Load(folder.FullName);
        var sheet = DataSheet.Of(dataset);
        sheet.Networks.ShouldBe(20);
        sheet.Families.Select(f => (f.Family, f.Train, f.Validation, f.Test)).ShouldBe([("alexnet", 8, 1, 1), ("bert", 8, 1, 1)]);
        sheet.Duplicates.ShouldBe(0);
        sheet.Drift.HighSlowdown.ShouldBe(0.2, 0.01);
        var noise = sheet.Noise.ShouldNotBeNull();
        noise.Networks.ShouldBe(20);
        noise.MeanDistance.ShouldBeLessThan(0.02);
        DataSheetText.Of(sheet, dataset.Environment).ShouldContain("| alexnet | 8 | 1 | 1 | 1.00 |");
    }

    [Fact]
    public void The_noise_floor_is_unknown_when_nothing_was_measured_again()
    {
        CampaignRecord[] records = [.. SampleRounds.Campaign().Where(r => r.Task.Kind == CampaignTaskKind.Network)];
        NoiseSheet.Of(records).ShouldBeNull();
    }
}
