using Google.Protobuf;
using NarFormer.Onnx;
using NarFormer.Onnx.Schema;
using NarFormer.Onnx.Weights;
using NarFormer.Zoo;

namespace NarFormer.Store.Tests.Identity;

public sealed class ExportedTwiceTests
{
    private const int NetworksOfAFamily = 3;

    private static readonly OnnxReader Reader = new();

    public static IEnumerable<TheoryDataRow<string>> Families() => ZooCatalog.Families.Select(f => new TheoryDataRow<string>(f.Name));

    [Theory]
    [MemberData(nameof(Families))]
    public void A_network_with_other_names_order_and_weights_is_the_same_network(string family)
    {
        var model = ZooCatalog.Find(family).Generate(1);
        string hash = Hash(model);
        var other = Renamed(model);
        Hash(other).ShouldBe(hash);
        new WeightFiller().Fill(other);
        Hash(other).ShouldBe(hash);
    }

    [Fact]
    public void Networks_of_the_zoo_are_all_different()
    {
        string[] hashes = [.. ZooCatalog.Families.SelectMany(f => Enumerable.Range(1, NetworksOfAFamily).Select(seed => Hash(f.Generate((ulong)seed))))];
        hashes.ShouldBeUnique();
    }

    private static string Hash(ModelProto model) => CanonicalHash.Of(Reader.Read(model, "x"));

    private static ModelProto Renamed(ModelProto model)
    {
        var other = ModelProto.Parser.ParseFrom(model.ToByteArray());
        var graph = other.Graph;
        graph.Name = "other";
        var names = graph.Input.Select(i => i.Name).Concat(graph.Initializer.Select(i => i.Name)).Concat(graph.Node.SelectMany(n => n.Output))
            .Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Select((name, i) => (name, i)).ToDictionary(n => n.name, n => $"v{n.i}", StringComparer.Ordinal);
        foreach (var value in graph.Input.Concat(graph.Output).Concat(graph.ValueInfo)) value.Name = names.GetValueOrDefault(value.Name, value.Name);
        foreach (var weight in graph.Initializer) weight.Name = names[weight.Name];
        foreach (var node in graph.Node)
        {
            node.Name = "";
            for (int i = 0; i < node.Input.Count; i++) node.Input[i] = names.GetValueOrDefault(node.Input[i], node.Input[i]);
            for (int i = 0; i < node.Output.Count; i++) node.Output[i] = names.GetValueOrDefault(node.Output[i], node.Output[i]);
        }

        NodeProto[] reversed = [.. graph.Node.Reverse()];
        graph.Node.Clear();
        graph.Node.AddRange(reversed);
        return other;
    }
}
