using Google.Protobuf;
using NarFormer.Onnx;
using NarFormer.Onnx.Schema;
using NarFormer.Onnx.Weights;
using NarFormer.Testing;
using NarFormer.Zoo;

namespace NarFormer.Store.Tests.Capture;

public sealed class NetworkCaptureTests
{
    private readonly NetworkCapture _capture = new(TimeProvider.System);

    [Fact]
    public void A_file_and_its_stored_model_are_the_same_network()
    {
        foreach (string file in Directory.GetFiles(SharedData.Path("onnx-real"), "*.onnx"))
        {
            var captured = _capture.File(file);
            CanonicalHash.Of(StoredModel.Read(captured.Model, "again")).ShouldBe(captured.Network.Hash, file);
            captured.Network.Name.ShouldBe(Path.GetFileName(file));
        }
    }

    [Fact]
    public void Weights_are_not_kept()
    {
        var model = ZooCatalog.Find("resnet").Generate(1);
        var bare = _capture.Model(model, "bare", "resnet");
        new WeightFiller().Fill(model);
        var filled = _capture.Model(model, "filled");
        model.CalculateSize().ShouldBeGreaterThan(1_000_000);
        filled.Model.Length.ShouldBeLessThan(100_000);
        filled.Network.ShouldBe(bare.Network with { Name = "filled", Family = null, AddedAt = filled.Network.AddedAt });
    }

    [Fact]
    public void A_stored_model_knows_its_batch_and_dimensions()
    {
        var options = new OnnxReadOptions { Batch = 4, Dimensions = new Dictionary<string, long> { ["length"] = 7 } };
        var model = ZooCatalog.Find("vgg").Generate(2);
        var captured = new NetworkCapture(TimeProvider.System, options).Model(model, "x");
        captured.Network.Hash.ShouldNotBe(_capture.Model(model, "x").Network.Hash);
        CanonicalHash.Of(StoredModel.Read(captured.Model, "x")).ShouldBe(captured.Network.Hash);
        StoredModel.OptionsOf(captured.Model).Dimensions["length"].ShouldBe(7);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0")]
    [InlineData("99999999999999999999")]
    public void A_stored_model_with_a_batch_that_is_none_is_refused(string batch)
    {
        var model = ZooCatalog.Find("vgg").Generate(2);
        model.MetadataProps.Add(new StringStringEntryProto { Key = "narformer.batch", Value = batch });
        Should.Throw<InvalidDataException>(() => StoredModel.OptionsOf(model.ToByteArray())).Message.ShouldContain(batch);
        StoredModel.OptionsOf(_capture.Model(model, "x").Model).Batch.ShouldBeNull();
    }

    [Fact]
    public void Another_batch_is_another_network_and_the_same_batch_the_same_wherever_it_comes_from()
    {
        var model = ZooCatalog.Find("vgg").Generate(2);
        long batch = model.Graph.Input[0].Type.TensorType.Shape.Dim[0].DimValue;
        new NetworkCapture(TimeProvider.System, new OnnxReadOptions { Batch = batch }).Model(model, "x").Network.Hash.ShouldBe(_capture.Model(model, "x").Network.Hash);
        new NetworkCapture(TimeProvider.System, new OnnxReadOptions { Batch = batch + 1 }).Model(model, "x").Network.Hash.ShouldNotBe(_capture.Model(model, "x").Network.Hash);
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../secret.bin")]
    [InlineData("weights.bin")]
    public void A_stream_leads_to_no_other_file(string location)
    {
        var model = ZooCatalog.Find("vgg").Generate(2);
        model.Graph.Initializer[0].DataLocation = TensorProto.Types.DataLocation.External;
        model.Graph.Initializer[0].ExternalData.Add(new StringStringEntryProto { Key = "location", Value = location });
        var captured = _capture.Model(model, "x");
        captured.Graph.Warnings.ShouldContain(w => w.Contains("other files"));
        ModelProto.Parser.ParseFrom(captured.Model).ToString().ShouldNotContain(location);
    }

    [Fact]
    public void Damaged_files_are_refused_by_name()
    {
        foreach (string file in Directory.GetFiles(SharedData.Path("onnx-bad"), "*.onnx"))
        {
            try
            {
                using var stream = File.OpenRead(file);
                _capture.Stream(stream, "upload").Network.Hash.Length.ShouldBe(32);
            }
            catch (OnnxException e)
            {
                e.Message.ShouldStartWith("upload: ");
            }
        }
    }

    [Fact]
    public void Names_are_made_fit_to_print() => _capture.Model(ZooCatalog.Find("vgg").Generate(2), "a\0b\n" + new string('c', 300)).Network.Name.ShouldBe("ab" + new string('c', 198));
}
