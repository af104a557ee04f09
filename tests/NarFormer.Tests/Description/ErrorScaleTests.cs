using NarFormer.Description;

namespace NarFormer.Tests.Description;

public sealed class ErrorScaleTests
{
    private static readonly ErrorSigns Typical = new(Value: 5, Nodes: 50, Distance: 0.5, Spread: null);

    [Fact]
    public void Is_a_product_of_powers_of_its_signs()
    {
        var scale = new ErrorScale(Math.Log(0.1), [new(ErrorSign.Value, -0.5, Math.Log(0.01), Math.Log(100)), new(ErrorSign.Distance, 1, Math.Log(0.01), 0)], []);
        scale.Of(Typical).ShouldBe(0.1 / Math.Sqrt(5) * 0.5, 1e-12);
    }

    [Theory]
    [InlineData(0.001, 0.1)]
    [InlineData(30, 30)]
    public void Grows_with_the_distance_without_end_but_never_shrinks_below_what_was_seen(double distance, double counted) =>
        new ErrorScale(0, [new(ErrorSign.Distance, 1, Math.Log(0.1), Math.Log(2))], []).Of(Typical with { Distance = distance }).ShouldBe(counted, 1e-9);

    [Theory]
    [InlineData(1, 10)]
    [InlineData(5_000, 100)]
    public void Sizes_beyond_those_seen_count_as_the_nearest_seen(int nodes, double counted) =>
        new ErrorScale(0, [new(ErrorSign.Nodes, 1, Math.Log(10), Math.Log(100))], []).Of(Typical with { Nodes = nodes }).ShouldBe(counted, 1e-9);

    [Fact]
    public void A_sign_that_a_prediction_lacks_is_named() =>
        Should.Throw<ArgumentException>(() => new ErrorScale(0, [new(ErrorSign.Spread, 1, 0, 1)], []).Of(Typical)).Message.ShouldContain("Spread");
}
