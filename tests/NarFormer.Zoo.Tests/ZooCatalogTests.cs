using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Onnx.Weights;

namespace NarFormer.Zoo.Tests;

public sealed class ZooCatalogTests
{
    public static TheoryData<string> Names => [.. ZooCatalog.Families.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Networks_are_valid_in_onnx_runtime(string name)
    {
        for (ulong seed = 0; seed < 4; seed++)
        {
            var model = ZooCatalog.Find(name).Generate(seed);
            new WeightFiller().Fill(model);
            using var options = new SessionOptions { GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            using var session = new InferenceSession(model.ToByteArray(), options);
            session.OutputMetadata.Count.ShouldBe(model.Graph.Output.Count);
            foreach (var output in model.Graph.Output)
                session.OutputMetadata[output.Name].Dimensions.ShouldBe(output.Type.TensorType.Shape.Dim.Select(d => (int)d.DimValue));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_seed_gives_the_same_bytes_and_another_seed_another_network(string name)
    {
        var family = ZooCatalog.Find(name);
        byte[][] networks = [.. Enumerable.Range(1, 30).Select(seed => family.Generate((ulong)seed).ToByteArray())];
        for (int i = 0; i < networks.Length; i++) family.Generate((ulong)i + 1).ToByteArray().ShouldBe(networks[i]);
        networks.Select(Convert.ToHexString).Distinct().Count().ShouldBe(networks.Length);
    }

    [Fact]
    public void An_unknown_family_is_an_error_that_lists_the_known_ones() =>
        Should.Throw<ArgumentException>(() => ZooCatalog.Find("nosuch")).Message.ShouldContain("resnet");
}
