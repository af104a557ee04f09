using System.Text.Json;
using Google.Protobuf;
using NarFormer.Familiarity;
using NarFormer.Files;
using NarFormer.Onnx.Schema;
using NarFormer.Tests.Runtime;

namespace NarFormer.Tests.Files;

public sealed class PredictorFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keeps_everything_that_is_said_about_a_predictor()
    {
        string path = _folder.File("a.onnx");
        var written = UntrainedPredictor.File(limit: 2);
        written.Write(path);
        var read = PredictorFile.Read(path);
        Text(read).ShouldBe(Text(written));
        read.Model.ToArray().ShouldBe(written.Model.ToArray());
    }

    [Fact]
    public void Keeps_the_scale_of_errors_and_the_axes_of_distances()
    {
        string path = _folder.File("scaled.onnx");
        var written = UntrainedPredictor.ScaledFile();
        var references = written.Familiarity.References;
        float[] axes = [.. Enumerable.Range(0, 2 * references.Mean.Length).Select(i => (float)i)];
        written = written with { Familiarity = written.Familiarity with { References = ReferenceEmbeddings.Cover([references.Mean, references.Scale], 2, _ => axes) } };
        PredictorFile.Of(ModelProto.Parser.ParseFrom(written.Model.Span), written.Description, written.Familiarity).Write(path);
        var read = PredictorFile.Read(path);
        Text(read).ShouldBe(Text(written));
        read.Description.ErrorScale!.Terms.ShouldBe(UntrainedPredictor.Scale.Terms);
        read.Familiarity.FalseAlarmRate.ShouldBe(0.05);
        read.Familiarity.References.Axes.ShouldBe(axes);
    }

    [Fact]
    public void A_file_without_scales_axes_and_rates_is_read_as_before()
    {
        string path = _folder.File("old.onnx");
        var model = ModelProto.Parser.ParseFrom(UntrainedPredictor.File(limit: 2).Model.Span);
        Replace(model, ",\"errorScale\":null", "");
        Replace(model, ",\"axes\":null", "", "narformer.familiarity");
        Replace(model, ",\"falseAlarmRate\":null", "", "narformer.familiarity");
        File.WriteAllBytes(path, model.ToByteArray());
        Text(PredictorFile.Read(path)).ShouldBe(Text(UntrainedPredictor.File(limit: 2)));
        using var predictor = Predictor.Load(path);
        predictor.Coverage.ShouldBe(0.9);
    }

    [Fact]
    public void A_file_that_does_not_say_how_many_networks_it_holds_holds_one()
    {
        string path = _folder.File("members.onnx");
        var model = ModelProto.Parser.ParseFrom(UntrainedPredictor.File().Model.Span);
        Replace(model, "\"members\":1,", "");
        File.WriteAllBytes(path, model.ToByteArray());
        PredictorFile.Read(path).Description.Members.ShouldBe(1);
    }

    [Fact]
    public void Another_ONNX_file_is_not_a_predictor()
    {
        string path = _folder.File("b.onnx");
        File.WriteAllBytes(path, new ModelProto { IrVersion = 8, Graph = new GraphProto { Name = "g" } }.ToByteArray());
        Should.Throw<InvalidDataException>(() => Predictor.Load(path)).Message.ShouldSatisfyAllConditions(m => m.ShouldContain(path), m => m.ShouldContain("not a predictor file"));
    }

    [Fact]
    public void Noise_is_not_a_predictor()
    {
        string path = _folder.File("c.onnx");
        File.WriteAllText(path, "hello, this is text and no model");
        Should.Throw<InvalidDataException>(() => Predictor.Load(path)).Message.ShouldContain("not a predictor file");
    }

    [Fact]
    public void A_newer_format_is_refused() => ShouldBeRefused(m => Entry(m, "narformer.format").Value = "2", "format 2");

    [Fact]
    public void An_unknown_encoding_is_refused() =>
        ShouldBeRefused(m => Replace(m, UntrainedPredictor.Description.Encoding, "universal-99"), "needs the encoding universal-99");

    [Fact]
    public void Another_number_of_features_is_refused() =>
        ShouldBeRefused(m => Replace(m, $"\"nodeFeatures\":{UntrainedPredictor.Options.NodeFeatures}", "\"nodeFeatures\":3"), "was trained on 3 node");

    [Fact]
    public void A_description_that_lacks_something_is_refused() => ShouldBeRefused(m => Replace(m, "\"unit\":\"ms\",", ""), "damaged");

    [Fact]
    public void A_graph_that_is_cut_away_is_refused() => ShouldBeRefused(m => m.Graph = new GraphProto { Name = "empty" }, "damaged");

    private void ShouldBeRefused(Action<ModelProto> change, string message)
    {
        string path = _folder.File("changed.onnx");
        var model = ModelProto.Parser.ParseFrom(UntrainedPredictor.File().Model.Span);
        change(model);
        File.WriteAllBytes(path, model.ToByteArray());
        Should.Throw<InvalidDataException>(() => Predictor.Load(path).Dispose()).Message.ShouldSatisfyAllConditions(m => m.ShouldContain(path), m => m.ShouldContain(message));
    }

    private static string Text(PredictorFile file) =>
        JsonSerializer.Serialize(file.Description) + JsonSerializer.Serialize(file.Familiarity);

    private static StringStringEntryProto Entry(ModelProto model, string key) => model.MetadataProps.Single(p => p.Key == key);

    private static void Replace(ModelProto model, string old, string by, string key = "narformer.predictor")
    {
        var entry = Entry(model, key);
        entry.Value.ShouldContain(old);
        entry.Value = entry.Value.Replace(old, by, StringComparison.Ordinal);
    }
}
