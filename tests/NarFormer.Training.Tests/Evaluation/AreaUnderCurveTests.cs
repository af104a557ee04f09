using CsCheck;
using NarFormer.Training.Evaluation;

namespace NarFormer.Training.Tests.Evaluation;

public sealed class AreaUnderCurveTests
{
    [Fact]
    public void Is_the_share_of_pairs_in_the_right_order_and_half_of_those_that_tie()
    {
        var values = Gen.Int[0, 8].Select(v => v / 2.0).Array[1, 30];
        Gen.Select(values, values).Sample((quiet, flagged) =>
        {
            double pairs = flagged.Sum(f => quiet.Sum(q => f > q ? 1 : f == q ? 0.5 : 0));
            AreaUnderCurve.Of(quiet, flagged).ShouldBe(pairs / (quiet.Length * flagged.Length), 1e-12);
        });
    }

    [Fact]
    public void Nothing_to_tell_apart_is_an_error() => Should.Throw<ArgumentException>(() => AreaUnderCurve.Of([], [1]));
}
