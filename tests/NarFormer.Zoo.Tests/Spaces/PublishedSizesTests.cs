using NarFormer.Testing;
using NarFormer.Zoo.Spaces;

namespace NarFormer.Zoo.Tests.Spaces;

public sealed class PublishedSizesTests
{
    [Fact]
    public void Networks_of_nasbenchmacro_have_the_published_parameters()
    {
        var space = SpaceCatalog.Find("nasbenchmacro");
        string[][] rows = [.. File.ReadLines(SharedData.Path("data", "nas-bench-macro", "nas_bench_macro_cifar10.csv")).Skip(1).Select(l => l.Split(','))];
        foreach (string[] row in rows.Where((_, i) => i % 40 == 0)) TrainedWeights(space, row[0]).ShouldBe(long.Parse(row[^1]), row[0]);
    }

    /// <summary>Mean and variance of batch normalisation are not trained.</summary>
    private static long TrainedWeights(ISearchSpace space, string code) =>
        space.Build(code, new SpaceOptions { FoldsBatchNormalization = false }).Graph.Initializer
            .Where(t => !t.Name.StartsWith("mean_", StringComparison.Ordinal) && !t.Name.StartsWith("variance_", StringComparison.Ordinal))
            .Sum(t => t.Dims.Aggregate(1L, (product, dimension) => product * dimension));
}
