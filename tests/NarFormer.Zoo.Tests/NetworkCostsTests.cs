using NarFormer.Graphs.Costs;
using NarFormer.Onnx;

namespace NarFormer.Zoo.Tests;

public sealed class NetworkCostsTests
{
    public static TheoryData<string> Names => [.. ZooCatalog.Families.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Shapes_and_costs_of_networks_are_known(string name)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var graph = new OnnxReader().Read(ZooCatalog.Find(name).Generate(seed), $"{name}-{seed}");
            graph.Warnings.ShouldBeEmpty();
            var cost = NetworkCost.Of(graph);
            cost.NodesWithoutShape.ShouldBe(0);
            cost.UnknownOperators.ShouldBeEmpty();
            cost.Macs.ShouldBeLessThanOrEqualTo(SizeLimits.Wide.MaximumMacs);
            if (ZooCatalog.Architectures.Any(f => f.Name == name)) cost.Macs.ShouldBeGreaterThanOrEqualTo(SizeLimits.Narrow.MinimumMacs);
        }
    }
}
