using NarFormer.Datasets.Nnlqp;
using NarFormer.Testing;

namespace NarFormer.Datasets.Tests.Nnlqp;

public sealed class NnlqpLabelsTests
{
    [Fact]
    public void Reads_the_published_labels()
    {
        var rows = NnlqpLabels.Read(SharedData.Path("data", "nnlqp-labels", NnlqpLabels.FileName));
        rows.Count.ShouldBe(20_000);
        rows.CountBy(r => r.Family).ShouldAllBe(family => family.Value == 2_000);
        rows.Count(r => r.Stage == DataSplit.Test).ShouldBe(2_000);
        rows[0].ShouldBe(new NnlqpRow("00001", "onnx/nnmeter_alexnet/nnmeter_alexnet_transform_0000.onnx", 1, 2.06137, "alexnet", 1, DataSplit.Train));
    }

    [Theory]
    [InlineData("1 a.onnx 1 2.5 vgg 1", "6 fields")]
    [InlineData("1 a.onnx 0 2.5 vgg 1 train", "batch '0'")]
    [InlineData("1 a.onnx 1 -2.5 vgg 1 train", "latency '-2.5'")]
    [InlineData("1 a.onnx 1 2.5 vgg x train", "platform 'x'")]
    [InlineData("1 a.onnx 1 2.5 vgg 1 later", "stage 'later'")]
    [InlineData("1 ../a.onnx 1 2.5 vgg 1 train", "'../a.onnx' does not lie in the folder")]
    [InlineData("0 a.onnx 1 2.5 vgg 1 train", "id '0'")]
    public void A_line_that_is_no_label_is_an_error_that_names_it(string line, string message)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File(NnlqpLabels.FileName);
        File.WriteAllLines(path, ["0 b.onnx 1 1.5 vgg 1 train", line]);
        string error = Should.Throw<InvalidDataException>(() => NnlqpLabels.Read(path)).Message;
        error.ShouldStartWith($"{path}:2: ");
        error.ShouldContain(message);
    }

    [Fact]
    public void A_file_without_labels_is_an_error()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File(NnlqpLabels.FileName);
        File.WriteAllText(path, "\n");
        Should.Throw<InvalidDataException>(() => NnlqpLabels.Read(path)).Message.ShouldBe($"{path}: there are no labels");
    }
}
