using NarFormer.Training.Evaluation;

namespace NarFormer.Training.Tests.Evaluation;

public sealed class FamilyScoresTests
{
    [Fact]
    public void Are_given_over_all_networks_and_for_each_family()
    {
        var scores = FamilyScores.Of(
        [
            new ScoredNetwork("vgg", 1, 10, 11),
            new ScoredNetwork("alexnet", 1, 10, 10),
            new ScoredNetwork("vgg", 2, 10, 7),
        ]);

        scores.Families.Keys.ShouldBe(["alexnet", "vgg"]);
        scores.Families["vgg"].Count.ShouldBe(2);
        scores.Families["vgg"].Mape.ShouldBe(0.2, 1e-12);
        scores.All.Mape.ShouldBe(0.4 / 3, 1e-12);
    }
}
