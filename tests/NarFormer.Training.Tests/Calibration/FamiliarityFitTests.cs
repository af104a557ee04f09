using NarFormer.Encoding;
using NarFormer.Training.Calibration;

namespace NarFormer.Training.Tests.Calibration;

public sealed class FamiliarityFitTests
{
    private const int Width = 6;

    [Fact]
    public void As_many_networks_like_the_training_data_are_flagged_as_stated()
    {
        var model = FamiliarityFit.Of(Groups(600, seed: 1, "a", "b"), Groups(400, seed: 2, "a", "b"));
        model.FalseAlarmRate.ShouldBe(FamiliarityFit.FalseAlarmRate);
        Flagged(model, Groups(2_000, seed: 3, "a", "b")).ShouldBe(FamiliarityFit.FalseAlarmRate, 0.04);
    }

    [Fact]
    public void Another_group_is_flagged_though_it_differs_where_groups_hardly_vary()
    {
        var model = FamiliarityFit.Of(Groups(600, seed: 1, "a", "b"), Groups(400, seed: 2, "a", "b"));
        Flagged(model, Groups(200, seed: 4, "c")).ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Features_that_the_training_data_never_had_are_flagged()
    {
        var validation = Groups(100, seed: 2, "a", "b");
        var model = FamiliarityFit.Of(Groups(600, seed: 1, "a", "b"), validation);
        var finding = model.Check(new EncodedNetwork(1, [5, 0], [], [], [0]), validation.Embeddings[0]);
        finding.StrangeNodes.ShouldBe([0]);
        finding.IsFamiliar.ShouldBeFalse();
    }

    private static double Flagged(NarFormer.Familiarity.FamiliarityModel model, PredictedNetworks networks) =>
        networks.Networks.Select((n, i) => model.Check(n, networks.Embeddings[i]).IsFamiliar ? 0.0 : 1.0).Average();

    // Wide in all dimensions but the last two, in which each group has a place of its own.
    private static PredictedNetworks Groups(int count, int seed, params string[] groups)
    {
        var random = new Random(seed);
        string[] families = [.. Enumerable.Range(0, count).Select(i => groups[i % groups.Length])];
        float[][] embeddings = [.. families.Select(f => Enumerable.Range(0, Width).Select(d => d < Width - 2 ? Normal(10) : Place(f, d) + Normal(0.05)).ToArray())];
        EncodedNetwork[] networks = [.. families.Select(_ => new EncodedNetwork(1, [random.NextSingle(), random.NextSingle()], [], [], [random.NextSingle()]))];
        double[] ones = [.. families.Select(_ => 1.0)];
        return new PredictedNetworks(networks, families, ones, ones, Spreads: null, embeddings);

        float Normal(double deviation) => (float)(deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
    }

    private static float Place(string group, int dimension) => (group, dimension) switch
    {
        ("a", Width - 2) => 1,
        ("b", Width - 2) => -1,
        ("c", Width - 1) => 1,
        _ => 0,
    };
}
