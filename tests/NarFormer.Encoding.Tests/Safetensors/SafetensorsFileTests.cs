using CsCheck;
using NarFormer.Encoding.Safetensors;
using NarFormer.Testing;

namespace NarFormer.Encoding.Tests.Safetensors;

public sealed class SafetensorsFileTests
{
    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.Float.Array[0, 50], Gen.Long.Array[1, 20], Gen.String[0, 20]).Sample((floats, integers, text) =>
        {
            string path = Path.Combine(Path.GetTempPath(), $"narformer-{Guid.NewGuid():N}.safetensors");
            try
            {
                var file = new SafetensorsFile();
                file.Tensors["floats"] = SafetensorsTensor.Of(floats, floats.Length);
                file.Tensors["integers"] = SafetensorsTensor.Of(integers, 1, integers.Length);
                file.Metadata["text"] = text;
                file.Write(path);

                var read = SafetensorsFile.Read(path);
                read["floats"].ToSingles().ShouldBe(floats);
                read["integers"].ToInt64s().ShouldBe(integers);
                read["integers"].Shape.ShouldBe([1, integers.Length]);
                File.Exists(path + ".tmp").ShouldBeFalse();
            }
            finally
            {
                File.Delete(path);
            }
        }, iter: 30);

    [Fact]
    public void Any_damage_is_a_clear_error_or_no_error() =>
        Gen.Select(Gen.Int[0, 140], Gen.Byte, Gen.Int[0, 200]).Sample((place, value, length) =>
        {
            byte[] bytes = Bytes();
            bytes[place % bytes.Length] = value;
            string path = Write(bytes[..Math.Min(length, bytes.Length)]);
            try
            {
                SafetensorsFile.Read(path);
            }
            catch (InvalidDataException e)
            {
                e.Message.ShouldStartWith(path);
            }
            finally
            {
                File.Delete(path);
            }
        }, iter: 300);

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "shape")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9],"data_offsets":[0,36]}}""", "outside")]
    [InlineData("""{"a":{"dtype":"X9","shape":[1],"data_offsets":[0,4]}}""", "X9")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "negative")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", "safetensors")]
    [InlineData("""{"a":5}""", "safetensors")]
    [InlineData("[]", "safetensors")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1]}}""", "safetensors")]
    public void A_header_that_does_not_fit_the_data_is_refused(string header, string word)
    {
        byte[] text = System.Text.Encoding.UTF8.GetBytes(header);
        string path = Write([.. BitConverter.GetBytes((long)text.Length), .. text, .. new byte[4]]);
        try
        {
            Should.Throw<InvalidDataException>(() => SafetensorsFile.Read(path)).Message.ShouldContain(word);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_tensor_that_is_not_there_is_named() =>
        Should.Throw<InvalidDataException>(() => new SafetensorsFile()["gone"]).Message.ShouldContain("gone");

    [Fact]
    public void Reads_the_published_features()
    {
        var file = SafetensorsFile.Read(SharedData.Path("golden", "features.safetensors"));
        file["alexnet/b1/node_features"].Shape.ShouldBe([21, 152]);
        file.Metadata["embed_type"].ShouldBe("trans");
    }

    private static byte[] Bytes()
    {
        var file = new SafetensorsFile();
        file.Tensors["a"] = SafetensorsTensor.Of([1f, 2f, 3f], 3);
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }

    private static string Write(byte[] bytes)
    {
        string path = Path.Combine(Path.GetTempPath(), $"narformer-{Guid.NewGuid():N}.safetensors");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
