using NarFormer.Datasets.Nnlqp;
using NarFormer.Onnx;
using NarFormer.Testing;
using NarFormer.Zoo;

namespace NarFormer.Datasets.Tests.Nnlqp;

public sealed class NnlqpDatasetTests
{
    [Fact]
    public void Networks_in_the_published_folders_get_the_published_labels()
    {
        using var folder = new TemporaryFolder();
        File.Copy(SharedData.Path("data", "nnlqp-labels", NnlqpLabels.FileName), folder.File(NnlqpLabels.FileName));
        Write(folder, "onnx/nnmeter_alexnet/nnmeter_alexnet_transform_0000.onnx", "alexnet");
        Write(folder, "onnx/spring_googlenet/spring_googlenet_transform_0706.onnx", "googlenet");
        Write(folder, "onnx/nasbench201/9997.onnx", "nasbench201");

        var dataset = NnlqpDataset.Load(folder.FullName);

        dataset.Rows.Select(r => (r.Family, r.LatencyMs, r.Stage)).ShouldBe(
        [
            ("alexnet", 2.06137, DataSplit.Train), ("googlenet", 10.8878, DataSplit.Train), ("nasbench201", 0.387939, DataSplit.Test),
        ]);
        dataset.Missing.ShouldBe(20_000 - 3);
        foreach (var row in dataset.Rows) dataset.Read(row).Inputs[0].Shape!.Dimensions[0].ShouldBe(row.Batch);
    }

    [Fact]
    public void A_network_is_read_with_the_batch_that_was_measured()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(NnlqpLabels.FileName), "1 a.onnx 4 2.5 alexnet 1 train\n");
        Write(folder, "a.onnx", "alexnet");
        var dataset = NnlqpDataset.Load(folder.FullName);
        dataset.Read(dataset.Rows[0]).Outputs[0].Shape!.Dimensions[0].ShouldBe(4);
    }

    [Fact]
    public void A_folder_without_networks_is_an_error_that_names_one()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(NnlqpLabels.FileName), "1 onnx/a.onnx 1 2.5 alexnet 1 train\n");
        Should.Throw<InvalidDataException>(() => NnlqpDataset.Load(folder.FullName)).Message.ShouldContain("onnx/a.onnx");
    }

    private static void Write(TemporaryFolder folder, string file, string family)
    {
        string path = folder.File(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        OnnxWriter.Write(ZooCatalog.Find(family).Generate(1), path);
    }
}
