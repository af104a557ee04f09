using NarFormer.Datasets;
using NarFormer.Datasets.Nnlqp;
using NarFormer.Encoding;
using NarFormer.Onnx;
using NarFormer.Testing;
using NarFormer.Training.Samples;
using NarFormer.Zoo;

namespace NarFormer.Training.Tests.Samples;

public sealed class NnlqpSamplesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nnlqp").FullName;

    [Fact]
    public void Published_labels_and_networks_in_their_folders_are_samples()
    {
        string labels = SharedData.Path("data", "nnlqp-labels", NnlqpLabels.FileName);
        File.Copy(labels, At(NnlqpLabels.FileName));
        NnlqpRow[] chosen = [.. NnlqpLabels.Read(labels).Where(r => r.Family is "alexnet" or "squeezenet").GroupBy(r => (r.Family, r.Stage)).SelectMany(g => g.Take(10))];
        foreach (var (row, seed) in chosen.Select((r, i) => (r, i))) Write(row.Network, row.Family, (ulong)seed + 1);

        var samples = SampleLoader.Load(_folder, PaperEncoding.Published, platform: null, TestContext.Current.CancellationToken);

        samples.Count.ShouldBe(40);
        samples.CountBy(s => (s.Family, s.Split)).OrderBy(c => c.Key).ShouldBe(
        [
            new(("alexnet", DataSplit.Train), 9), new(("alexnet", DataSplit.Validation), 1), new(("alexnet", DataSplit.Test), 10),
            new(("squeezenet", DataSplit.Train), 9), new(("squeezenet", DataSplit.Validation), 1), new(("squeezenet", DataSplit.Test), 10),
        ]);
        samples[0].LatencyMs.ShouldBe(2.06137);
        samples.ShouldAllBe(s => s.Macs > 0 && s.Nodes > 10 && s.Network.FeatureCount == 152 && s.Statistics.Count == new UniversalEncoding().StaticFeatureCount);
        samples.Select(s => s.Graph).Distinct().Count().ShouldBe(40);
    }

    [Fact]
    public void Of_several_platforms_one_has_to_be_chosen()
    {
        File.WriteAllText(At(NnlqpLabels.FileName), "1 a.onnx 1 2.5 alexnet 1 train\n1 a.onnx 1 7.5 alexnet 4 train\n2 b.onnx 2 9 alexnet 4 test\n");
        Write("a.onnx", "alexnet", 1);
        Write("b.onnx", "alexnet", 2);
        Load(4).Select(s => s.LatencyMs).ShouldBe([7.5, 9]);
        Should.Throw<InvalidDataException>(() => Load(null)).Message.ShouldContain("platforms 1, 4");
        Should.Throw<InvalidDataException>(() => Load(2)).Message.ShouldContain("no labels of platform 2");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyList<TrainingSample> Load(int? platform) => SampleLoader.Load(_folder, new UniversalEncoding(), platform, TestContext.Current.CancellationToken);

    private string At(string file) => Path.Combine(_folder, file);

    private void Write(string file, string family, ulong seed)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        OnnxWriter.Write(ZooCatalog.Find(family).Generate(seed), At(file));
    }
}
