using NarFormer.Training.Studies;

namespace NarFormer.Training.Tests.Studies;

public sealed class StudyShareTests
{
    [Fact]
    public void Shares_divide_all_runs_between_them()
    {
        StudyShare.TryParse("1/2", out var first).ShouldBeTrue();
        StudyShare.TryParse("2/2", out var second).ShouldBeTrue();
        for (int run = 0; run < 7; run++) first.Holds(run).ShouldBe(!second.Holds(run));
        Enumerable.Range(0, 7).ShouldAllBe(run => StudyShare.All.Holds(run));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1/2/3")]
    [InlineData("a/b")]
    public void What_is_no_share_is_refused(string text) => StudyShare.TryParse(text, out _).ShouldBeFalse();
}
