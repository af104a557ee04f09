using System.Text.Json;
using NarFormer.Encoding.Safetensors;
using NarFormer.Onnx;
using NarFormer.Testing;

namespace NarFormer.Encoding.Tests.Paper;

/// <summary>Holds the paper's encoding against features that the authors' code made of 16 networks at two batch sizes.</summary>
public sealed class PublishedFeaturesTests
{
    private const float Tolerance = 1e-5f;

    public static TheoryData<string, int> Networks { get; } = new()
    {
        { "alexnet", 1 }, { "alexnet", 8 }, { "densenet121", 1 }, { "densenet121", 8 }, { "efficientnet_b0", 1 }, { "efficientnet_b0", 8 },
        { "googlenet", 1 }, { "googlenet", 8 }, { "mobilenet_v2", 1 }, { "mobilenet_v2", 8 }, { "mobilenet_v3_small", 1 }, { "mobilenet_v3_small", 8 },
        { "mnasnet1_0", 1 }, { "mnasnet1_0", 8 }, { "resnet18", 1 }, { "resnet18", 8 }, { "squeezenet1_1", 1 }, { "squeezenet1_1", 8 },
        { "vgg11", 1 }, { "vgg11", 8 }, { "regnet_y_400mf", 1 }, { "regnet_y_400mf", 8 }, { "convnext_tiny", 1 }, { "convnext_tiny", 8 },
        { "resnet18-v1-7-no-weight", 1 }, { "resnet18-v1-7-no-weight", 8 }, { "FastestDet__FastestDet", 1 }, { "onnx__light_shufflenet", 1 },
        { "cONNXr__super_resolution", 1 }, { "cONNXr__super_resolution", 8 },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void Equals_the_published_features(string network, int batch)
    {
        var golden = SafetensorsFile.Read(SharedData.Path("golden", "features.safetensors"));
        var options = new OnnxReadOptions { Batch = batch, FoldConstants = false };
        var encoding = PaperEncoding.Published;
        var encoded = encoding.Encode(new OnnxReader().Read(SharedData.Path("golden", "onnx", $"{network}.onnx"), options));

        var file = EncodedNetworkFile.Of(encoded, encoding, network);
        encoded.NodeNames.ShouldBe(NodeNames(network));
        file["edge_index"].ToInt64s().ShouldBe(golden[$"{network}/b{batch}/edge_index"].ToInt64s());
        LargestDifference(file["static_features"], golden[$"{network}/b{batch}/static_features"]).ShouldBeLessThan(Tolerance);
        LargestDifference(file["node_features"], golden[$"{network}/b{batch}/node_features"]).ShouldBeLessThan(Tolerance);
    }

    private static float LargestDifference(SafetensorsTensor actual, SafetensorsTensor expected)
    {
        actual.Shape.ShouldBe(expected.Shape);
        return actual.ToSingles().Zip(expected.ToSingles(), (a, e) => Math.Abs(a - e)).Max();
    }

    /// <summary>The names are the same for every batch size; the file lists them for batch 1.</summary>
    private static string[] NodeNames(string network)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Path("golden", "features.json")));
        var entry = json.RootElement.EnumerateArray().First(e => e.GetProperty("file").GetString() == $"{network}.onnx" && e.GetProperty("batch").GetInt32() == 1);
        return [.. entry.GetProperty("node_names").EnumerateArray().Select(n => n.GetString()!)];
    }
}
