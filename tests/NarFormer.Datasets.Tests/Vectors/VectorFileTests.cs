using NarFormer.Datasets.Vectors;
using NarFormer.Encoding.Safetensors;
using Parquet;

namespace NarFormer.Datasets.Tests.Vectors;

public sealed class VectorFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("vectors.parquet")]
    [InlineData("vectors.safetensors")]
    public async Task What_is_written_is_read_back(string name)
    {
        var vectors = new NetworkVectors(["a", "b, |c|~0", "ü"], [1, float.Epsilon, -3], [1, 2, 3, 4, 5, 6.5f], new Dictionary<string, string> { ["predictor"] = "p", ["unit"] = "ms" });
        string path = _folder.File(name);
        await VectorFile.WriteAsync(vectors, path, TestContext.Current.CancellationToken);
        var read = await Read(path);
        read.Ids.ShouldBe(vectors.Ids);
        read.Predictions.ShouldBe(vectors.Predictions);
        read.Values.ShouldBe(vectors.Values);
        read.Width.ShouldBe(2);
        read[1].ToArray().ShouldBe([3, 4]);
        read.About.ShouldBe(vectors.About, ignoreOrder: true);
        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
    }

    [Fact]
    public async Task Parquet_has_the_columns_id_prediction_and_a_list_of_floats()
    {
        string path = _folder.File("vectors.parquet");
        await VectorFile.WriteAsync(new NetworkVectors(["a"], [1], [1, 2], new Dictionary<string, string>()), path, TestContext.Current.CancellationToken);
        await using var stream = File.OpenRead(path);
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        reader.Schema.Fields.Select(f => f.Name).ShouldBe(["id", "prediction", "vector"]);
        reader.Schema.DataFields.Skip(1).ShouldAllBe(f => f.ClrType == typeof(float));
        reader.Schema.Fields[2].SchemaType.ShouldBe(Parquet.Schema.SchemaType.List);
    }

    [Fact]
    public async Task Other_extensions_are_refused_by_name() =>
        (await Should.ThrowAsync<ArgumentException>(() => Read("vectors.npz"))).Message.ShouldContain("vectors.npz");

    [Theory]
    [InlineData("bad.parquet")]
    [InlineData("bad.safetensors")]
    public async Task A_file_of_something_else_is_an_error_that_names_it(string name)
    {
        string path = _folder.File(name);
        await File.WriteAllBytesAsync(path, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<InvalidDataException>(() => Read(path))).Message.ShouldContain(name);
    }

    [Fact]
    public async Task Safetensors_without_ids_are_an_error()
    {
        string path = _folder.File("other.safetensors");
        var file = new SafetensorsFile();
        file.Tensors["vectors"] = SafetensorsTensor.Of([1f, 2f], 1, 2);
        file.Write(path);
        (await Should.ThrowAsync<InvalidDataException>(() => Read(path))).Message.ShouldContain("ids");
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused() =>
        Should.Throw<InvalidDataException>(() => new NetworkVectors(["a", "b"], [1], [1, 2], new Dictionary<string, string>()));

    public void Dispose() => _folder.Dispose();

    private static Task<NetworkVectors> Read(string path) => VectorFile.ReadAsync(path, TestContext.Current.CancellationToken);
}
