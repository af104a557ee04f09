using NarFormer.Encoding;
using NarFormer.Familiarity;

namespace NarFormer.Tests.Familiarity;

public sealed class FamiliarityModelTests
{
    private static readonly FamiliarityModel Model = new()
    {
        References = ReferenceEmbeddings.Cover([[0, 0], [0, 2], [2, 0], [2, 2]], most: 4),
        DistanceLimit = 1,
        NodeRange = new([0, 0], [1, 10]),
        StaticRange = new([5], [15]),
        ExcessLimit = 0.1f,
    };

    [Fact]
    public void A_network_like_the_training_data_is_familiar() => Model.Check(Network(0, 5, 10), [0.1f, 0]).IsFamiliar.ShouldBeTrue();

    [Fact]
    public void A_little_outside_the_ranges_is_familiar() => Model.Check(Network(1, 10.5f, 15.5f), [0, 0]).IsFamiliar.ShouldBeTrue();

    [Fact]
    public void An_embedding_far_away_is_not_familiar() => Model.Check(Network(0, 5, 10), [9, 9]).Distance.ShouldBe(7, 1e-4);

    [Fact]
    public void A_feature_that_was_never_seen_makes_its_node_strange() => Model.Check(Network(2, 5, 10), [0, 0]).StrangeNodes.ShouldBe([1]);

    [Fact]
    public void Totals_outside_their_range_are_strange() => Model.Check(Network(0, 5, 17), [0, 0]).StrangeTotals.ShouldBeTrue();

    [Fact]
    public void References_cover_the_data_with_its_farthest_points()
    {
        float[][] line = [.. Enumerable.Range(0, 101).Select(i => new[] { i / 100f })];
        var references = ReferenceEmbeddings.Cover(line, most: 3);
        float[] values = [.. references.Rows.Select(r => (r * references.Scale[0]) + references.Mean[0]).Order()];
        values[0].ShouldBe(0, 1e-5f);
        values[1].ShouldBe(0.5f, 1e-5f);
        values[2].ShouldBe(1, 1e-5f);
    }

    [Fact]
    public void Features_outside_the_range_are_far_away_too()
    {
        var finding = Model.Check(Network(1.2f, 5, 10), [0, 0]);
        finding.Distance.ShouldBe(2, 1e-4);
        finding.EmbeddingDistance.ShouldBe(0);
        finding.IsFamiliar.ShouldBeFalse();
    }

    [Fact]
    public void Distances_along_axes_count_what_the_axes_count()
    {
        var references = ReferenceEmbeddings.Cover([[0, 0], [2, 2]], most: 2, _ => [0, 10]);
        references.Distance([2, 0]).ShouldBe(0, 1e-5f);
        references.Distance([0, 1]).ShouldBe(10, 1e-4f);
    }

    [Fact]
    public void Equal_networks_need_one_reference() => ReferenceEmbeddings.Cover([[1, 2], [1, 2], [1, 2]], most: 3).Rows.Length.ShouldBe(2);

    [Fact]
    public void A_range_holds_the_smallest_and_the_largest()
    {
        var range = FeatureRange.Of(2, [new float[] { 1, 5 }, new float[] { -1, 7 }]);
        range.Low.ShouldBe([-1, 5]);
        range.High.ShouldBe([1, 7]);
    }

    private static EncodedNetwork Network(float first, float second, float total) => new(2, [0, 1, first, second], [0], [1], [total]);
}
