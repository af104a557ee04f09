using NarFormer.Datasets.Cells;
using NarFormer.Testing;

namespace NarFormer.Datasets.Tests.Cells;

public sealed class CellFileTests : IDisposable
{
    private const string Arch = "|none~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Reads_a_table_of_nasbench201()
    {
        var records = CellFile.Read(SharedData.Path("data", "nasbench201", "nasbench201_200ep.csv")).ToArray();
        records.Length.ShouldBe(15_625);
        records[0].Labels["cifar10_val"].ShouldBe(81.9827);
        records[6111].Cell.Id.ShouldBe("6111");
        records.Max(r => r.Labels["cifar10_test"]).ShouldBe(94.3733);
        records[0].Labels.Keys.ShouldBe(["cifar10_val", "cifar10_test", "cifar100_val", "cifar100_test", "imagenet16_120_val", "imagenet16_120_test"]);
    }

    [Fact]
    public void Reads_tables_with_columns_that_are_no_labels()
    {
        CellFile.Read(SharedData.Path("data", "nnlqp-nasbench201", "latency_t4_ms.csv")).First().Labels.Keys.ShouldBe(["nasbench201_index", "latency_ms"]);
        var energy = CellFile.Read(SharedData.Path("data", "nasbench101-ecnas-4epoch", "nb101_v5_4epoch.csv"), new CellReadOptions { Repeats = true, Labels = ["total_energy_kwh"] });
        energy.First().Labels.Keys.ShouldBe(["total_energy_kwh"]);
    }

    [Fact]
    public void Reads_a_table_of_nasbenchmacro()
    {
        var records = CellFile.Read(SharedData.Path("data", "nas-bench-macro", "nas_bench_macro_cifar10.csv")).ToArray();
        records.Length.ShouldBe(6_561);
        records.MaxBy(r => r.Labels["mean_acc"])!.Cell.Id.ShouldBe("22212220");
    }

    [Fact]
    public void Reads_a_table_of_fbnet() =>
        CellFile.Read(SharedData.Path("data", "hw-latency-help", "fbnet_latency_ms.csv")).Last().Labels.Count.ShouldBe(27);

    [Fact]
    public void A_table_may_say_which_part_a_cell_belongs_to() =>
        CellFile.Read(Write("a.csv", $"arch,acc,split\n{Arch},1,train\n")).Single().Part.ShouldBe("train");

    [Theory]
    [InlineData("code,acc\n00000000,1\n00000003,1\n", ":3: digit 8")]
    [InlineData("op_names,acc\nskip,1\n", ":2: there are 1 blocks")]
    public void A_wrong_code_is_named_with_its_line(string content, string why)
    {
        string path = Write("codes.csv", content);
        Should.Throw<InvalidDataException>(() => CellFile.Read(path).ToArray()).Message.ShouldStartWith(path + why);
    }

    [Fact]
    public void A_cell_that_was_measured_twice_is_an_error_unless_repeats_are_wanted()
    {
        string path = Write("cells.csv", $"index,arch,acc\n7,{Arch},1\n7,{Arch},2\n");
        Should.Throw<InvalidDataException>(() => CellFile.Read(path).ToArray()).Message.ShouldBe($"{path}:3: '7' stands there twice");
        CellFile.Read(path, new CellReadOptions { Repeats = true }).Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("cells.csv")]
    [InlineData("cells.txt")]
    [InlineData("cells")]
    public void A_table_is_told_by_its_header(string name) => CellFile.Read(Write(name, $"arch,acc\n{Arch},1\n")).Single().Labels["acc"].ShouldBe(1);

    [Fact]
    public void An_empty_field_is_no_label() => CellFile.Read(Write("a.csv", $"arch,acc,time\n{Arch},,5\n")).Single().Labels.Keys.ShouldBe(["time"]);

    [Theory]
    [InlineData("1,warp,0.5", "'warp'")]
    [InlineData("1,|skip_connect~0|+|none~0|warp~1|+|none~0|none~1|none~2|,0.5", "operation 2 of node 2")]
    [InlineData("1,|none~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|,high", "acc is 'high'")]
    [InlineData("1,|none~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|,NaN", "acc is NaN")]
    [InlineData("1,|none~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|,93", "acc is 93, not between 0 and 1")]
    [InlineData("1,|none~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|", "2 fields where 3")]
    [InlineData("0,|none~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|,0.5", "twice")]
    public void A_wrong_row_of_a_table_is_named_or_skipped(string row, string why) =>
        ShouldNameOrSkip("cells.csv", $"index,arch,acc\n0,{Arch},0.5\n{row}\n", 3, why);

    [Theory]
    [InlineData("b,3,101,input warp output,0.5", "'warp'")]
    [InlineData("b,4,101,input maxpool3x3 output,0.5", "vertices is '4'")]
    [InlineData("b,3,10,input maxpool3x3 output,0.5", "not the upper triangle")]
    [InlineData("b,3,101,input maxpool3x3 output,0.5", "the cell's hash is")]
    [InlineData("b,3,100,input maxpool3x3 output,0.5", "no way")]
    public void A_wrong_row_of_a_table_of_nasbench101_is_named_or_skipped(string row, string why) =>
        ShouldNameOrSkip("cells.csv", $"hash,vertices,upper_triangle_bits,ops,acc\n001a6fcc8b38cbc515be788a86bdc804,4,110101,input maxpool3x3 maxpool3x3 output,0.5\n{row}\n", 3, why);

    [Fact]
    public void A_range_of_a_label_that_no_cell_has_is_an_error()
    {
        var options = new CellReadOptions { Ranges = new Dictionary<string, LabelRange>(StringComparer.Ordinal) { ["accuracy"] = LabelRange.Percent } };
        Should.Throw<InvalidDataException>(() => CellFile.Read(Write("a.csv", $"arch,acc\n{Arch},5\n"), options).ToArray()).Message.ShouldContain("accuracy");
    }

    [Theory]
    [InlineData("cells.txt", "a")]
    [InlineData("cells.csv", "")]
    [InlineData("cells.csv", "id,accuracy\n1,0.9")]
    [InlineData("cells.csv", "arch,acc,acc\n")]
    public void A_file_that_holds_no_cells_is_an_error(string name, string content)
    {
        string path = Write(name, content);
        Should.Throw<InvalidDataException>(() => CellFile.Read(path).ToArray()).Message.ShouldContain(path);
    }

    [Fact]
    public void A_label_column_that_is_not_there_is_an_error() =>
        Should.Throw<InvalidDataException>(() => CellFile.Read(Write("a.csv", $"arch,acc\n{Arch},5\n"), new CellReadOptions { Labels = ["time"] }).ToArray()).Message.ShouldContain("'time'");

    public void Dispose() => _folder.Dispose();

    private void ShouldNameOrSkip(string name, string content, int line, string why)
    {
        string path = Write(name, content);
        var options = new CellReadOptions { Ranges = new Dictionary<string, LabelRange>(StringComparer.Ordinal) { ["acc"] = LabelRange.Fraction } };
        var error = Should.Throw<InvalidDataException>(() => CellFile.Read(path, options).ToArray());
        error.Message.ShouldStartWith($"{path}:{line}: ");
        error.Message.ShouldContain(why);
        var skipped = new List<string>();
        CellFile.Read(path, options with { SkipBad = true, Skipped = skipped.Add }).Count().ShouldBe(1);
        skipped.ShouldBe([error.Message]);
    }

    private string Write(string name, string content)
    {
        string path = _folder.File(name);
        File.WriteAllText(path, content);
        return path;
    }
}
