using NarFormer.Onnx;
using NarFormer.Zoo;

namespace NarFormer.Store.Tests.Exchange;

public sealed class StoreLineTests
{
    private readonly CapturedNetwork _network =
        new NetworkCapture(TimeProvider.System, new OnnxReadOptions { Batch = 4 }).Model(ZooCatalog.Find("vgg").Generate(2), "vgg-2", "vgg");

    [Fact]
    public void A_line_is_read_as_it_was_written()
    {
        var entry = _network.With(Samples.Measurement(1) with { Hash = _network.Network.Hash });
        var again = StoreLine.Read(StoreLine.Of(entry));
        again.Network.ShouldBe(entry.Network);
        again.Model.ToArray().ShouldBe(entry.Model.ToArray());
        var measurement = again.Measurements.ShouldHaveSingleItem();
        measurement.QuantilesMs.ShouldBe(entry.Measurements[0].QuantilesMs);
        (measurement with { QuantilesMs = [] }).ShouldBe(entry.Measurements[0] with { QuantilesMs = [] });
    }

    [Fact]
    public void A_line_whose_model_is_another_network_is_refused()
    {
        string line = StoreLine.Of(_network.With()).Replace(_network.Network.Hash, Samples.Hash(1), StringComparison.Ordinal);
        Should.Throw<InvalidDataException>(() => StoreLine.Read(line)).Message.ShouldContain(Samples.Hash(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"hash":"a","name":"b","model":"!","measurements":[]}""")]
    [InlineData("""{"hash":"a","name":"b","model":"////////","measurements":[]}""")]
    public void A_line_of_another_kind_is_refused(string line) => Should.Throw<InvalidDataException>(() => StoreLine.Read(line));
}
