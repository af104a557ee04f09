using NarFormer.Graphs.Costs;
using NarFormer.Onnx;
using NarFormer.Testing;
using NarFormer.Zoo.Spaces;

namespace NarFormer.Zoo.Tests.Spaces;

public sealed class PublishedSizesTests
{
    [Fact]
    public void Networks_of_nasbenchmacro_have_the_published_parameters_and_operations()
    {
        var space = SpaceCatalog.Find("nasbenchmacro");
        string[][] rows = [.. File.ReadLines(SharedData.Path("data", "nas-bench-macro", "nas_bench_macro_cifar10.csv")).Skip(1).Select(l => l.Split(','))];
        foreach (string[] row in rows)
        {
            TrainedWeights(space, row[0]).ShouldBe(long.Parse(row[^1]), row[0]);
            Macs(space, row[0]).ShouldBe(long.Parse(row[^2]), row[0]);
        }
    }

    [Fact]
    public void The_widest_network_of_nasbench201_has_the_published_size()
    {
        var space = SpaceCatalog.Find("nasbench201");
        const string Code = "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|";
        TrainedWeights(space, Code).ShouldBe(1_531_546);
        Macs(space, Code).ShouldBe(220_119_680);
    }

    private static long Macs(ISearchSpace space, string code) => NetworkCost.Of(new OnnxReader().Read(space.Build(code), code)).Macs;

    /// <summary>Mean and variance of batch normalisation are not trained.</summary>
    private static long TrainedWeights(ISearchSpace space, string code) =>
        space.Build(code, new SpaceOptions { FoldsBatchNormalization = false }).Graph.Initializer
            .Where(t => !t.Name.StartsWith("mean_", StringComparison.Ordinal) && !t.Name.StartsWith("variance_", StringComparison.Ordinal))
            .Sum(t => t.Dims.Aggregate(1L, (product, dimension) => product * dimension));
}
