using NarFormer.Datasets.Cells;

namespace NarFormer.Datasets.Tests.Cells;

public sealed class NasBench101RecordTests : IDisposable
{
    private const string Hash = "675777ecb1daff61b6917d833406cb82", Matrix = "0111000100010000", Operations = "input,conv3x3-bn-relu,conv1x1-bn-relu,output";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_checksum_is_that_of_tensorflow() => MaskedCrc32C.Of("123456789"u8).ShouldBe(unchecked(((0xE3069283u >> 15) | (0xE3069283u << 17)) + 0xA282EAD8u));

    [Fact]
    public void Labels_are_the_means_of_a_cells_trainings()
    {
        string path = Write("a.tfrecord", Good(0.9, 0.8), Other(), Good(0.94, 0.9));
        var records = CellFile.Read(path).ToArray();
        records.Length.ShouldBe(2);
        records[0].Cell.Id.ShouldBe(Hash);
        records[0].Cell.Edges.ShouldBe([(0, 1), (0, 2), (0, 3), (1, 3), (2, 3)]);
        records[0].Labels["validation_accuracy"].ShouldBe(0.92, 1e-12);
        records[0].Labels["test_accuracy"].ShouldBe(0.85, 1e-12);
        records[0].Labels["training_time"].ShouldBe(1000);
        records[0].Labels["trainable_parameters"].ShouldBe(8_555_530);
    }

    [Fact]
    public void Only_the_wanted_epochs_count()
    {
        string path = Write("full.tfrecord", Good(0.5, 0.4, epochs: 36), Good(0.9, 0.8));
        CellFile.Read(path).Single().Labels["test_accuracy"].ShouldBe(0.8, 1e-12);
        CellFile.Read(path, new CellReadOptions { Epochs = 36 }).Single().Labels["test_accuracy"].ShouldBe(0.4, 1e-12);
        Should.Throw<InvalidDataException>(() => CellFile.Read(path, new CellReadOptions { Epochs = 12 }).ToArray()).Message.ShouldContain("only for 36, 108");
    }

    [Fact]
    public void The_format_is_told_by_the_content() => CellFile.Read(Write("nasbench", Good(0.9, 0.8))).Count().ShouldBe(1);

    [Fact]
    public void A_record_whose_bytes_have_changed_is_named_or_skipped()
    {
        byte[] damaged = Good(0.9, 0.8);
        damaged[40] ^= 1;
        ShouldNameOrSkip("record 2: the checksum of the record is wrong", damaged);
    }

    [Fact]
    public void A_wrong_record_is_named_or_skipped()
    {
        ShouldNameOrSkip("record 2: the cell's hash is 675777", TfRecordWriter.Record("feed", 108, Matrix, Operations, 0.9, 0.8));
        ShouldNameOrSkip("record 2: validation_accuracy is 90", TfRecordWriter.Record(Hash, 108, Matrix, Operations, 90, 0.8));
        ShouldNameOrSkip("record 2: the metrics have 2 evaluations", TfRecordWriter.Record(Hash, 108, Matrix, Operations, 0.9, 0.8, evaluations: 2));
        ShouldNameOrSkip("record 2: '01' is not a matrix", TfRecordWriter.Record(Hash, 108, "01", Operations, 0.9, 0.8));
        ShouldNameOrSkip("record 2: node 1 is 'warp'", TfRecordWriter.Record(Hash, 108, Matrix, "input,warp,warp,output", 0.9, 0.8));
        ShouldNameOrSkip("record 2: a record is a list", TfRecordWriter.Framed("[1, 2]"u8.ToArray()));
        ShouldNameOrSkip("record 2: ", TfRecordWriter.Framed("hello"u8.ToArray()));
        ShouldNameOrSkip("record 2: the metrics are not base64", TfRecordWriter.Framed("""["a", 108, "01", "x", "?"]"""u8.ToArray()));
        ShouldNameOrSkip("record 2: the metrics are no message", TfRecordWriter.Framed("""["a", 108, "01", "x", "CgUA"]"""u8.ToArray()));
    }

    [Fact]
    public void Another_cell_under_the_same_hash_is_an_error()
    {
        string path = Write("a.tfrecord", Good(0.9, 0.8), TfRecordWriter.Record(Hash, 108, "0100", "input,output", 0.9, 0.8));
        Should.Throw<InvalidDataException>(() => CellFile.Read(path).ToArray()).Message.ShouldContain("record 2");
    }

    [Theory]
    [InlineData(5, "ends in the record's length")]
    [InlineData(30, "ends in the record")]
    public void A_file_that_ends_early_is_an_error_even_if_bad_rows_are_skipped(int kept, string why)
    {
        string path = Write("a.tfrecord", Other(), Good(0.9, 0.8)[..kept]);
        Should.Throw<InvalidDataException>(() => CellFile.Read(path, new CellReadOptions { SkipBad = true }).ToArray()).Message.ShouldContain(why);
    }

    [Fact]
    public void A_damaged_length_is_an_error()
    {
        byte[] damaged = Good(0.9, 0.8);
        damaged[2] ^= 1;
        Should.Throw<InvalidDataException>(() => CellFile.Read(Write("a.tfrecord", damaged)).ToArray()).Message.ShouldContain("record 1: the checksum of the record's length");
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Good(double validation, double test, int epochs = 108) => TfRecordWriter.Record(Hash, epochs, Matrix, Operations, validation, test);

    private static byte[] Other() =>
        TfRecordWriter.Record("001a6fcc8b38cbc515be788a86bdc804", 108, "0110001000010000", "input,maxpool3x3,maxpool3x3,output", 0.7, 0.6);

    private void ShouldNameOrSkip(string message, byte[] bad)
    {
        string path = Write("bad.tfrecord", Other(), bad);
        var error = Should.Throw<InvalidDataException>(() => CellFile.Read(path).ToArray());
        error.Message.ShouldContain($"{path}: {message}");
        var skipped = new List<string>();
        CellFile.Read(path, new CellReadOptions { SkipBad = true, Skipped = skipped.Add }).Count().ShouldBe(1);
        skipped.ShouldBe([error.Message]);
    }

    private string Write(string name, params byte[][] records)
    {
        string path = _folder.File(name);
        File.WriteAllBytes(path, [.. records.SelectMany(r => r)]);
        return path;
    }
}
