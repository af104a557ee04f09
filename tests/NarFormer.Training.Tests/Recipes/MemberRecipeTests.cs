using System.Text.Json.Nodes;
using NarFormer.Training.Losses;
using NarFormer.Training.Recipes;

namespace NarFormer.Training.Tests.Recipes;

public sealed class MemberRecipeTests
{
    private static readonly TrainingRecipe Recipe = new()
    {
        Dataset = "/data",
        Encoding = "cell",
        Network = new JsonObject(),
        Loss = LossKind.LogHuber,
        Epochs = 10,
        BatchSize = 1,
        LearningRate = 0.1,
        Cells = new CellRecipe { Space = "s", TrainingLabel = "v", TestLabel = "t", Training = 5 },
        Seed = 3,
    };

    [Fact]
    public void Members_have_seeds_of_their_own_and_one_split()
    {
        var members = Enumerable.Range(1, 5).Select(n => MemberRecipe.Of(Recipe, n)).ToArray();
        members[0].ShouldBe(Recipe);
        members.DistinctBy(m => m.Seed).Count().ShouldBe(5);
        members.Skip(1).ShouldAllBe(m => m.Cells!.SplitSeed == 3);
        members.ShouldAllBe(m => MemberRecipe.AreOfOneEnsemble(Recipe, m));
        members.ShouldAllBe(m => MemberRecipe.SeeTheSame(Recipe, m));
    }

    [Fact]
    public void A_split_with_a_seed_keeps_it() =>
        MemberRecipe.Of(Recipe with { Cells = Recipe.Cells! with { SplitSeed = 8 } }, 2).Cells!.SplitSeed.ShouldBe(8);

    [Fact]
    public void Trainings_on_other_cells_are_of_no_ensemble()
    {
        var other = Recipe with { Seed = 4 };
        MemberRecipe.AreOfOneEnsemble(Recipe, other).ShouldBeFalse();
        MemberRecipe.SeeTheSame(Recipe, other).ShouldBeFalse();
        var published = Recipe with { Cells = Recipe.Cells! with { Split = CellSplitKind.Published } };
        MemberRecipe.AreOfOneEnsemble(published, published with { Seed = 4 }).ShouldBeTrue();
    }

    [Fact]
    public void Trainings_by_other_recipes_are_of_no_ensemble()
    {
        MemberRecipe.AreOfOneEnsemble(Recipe, Recipe with { Epochs = 11 }).ShouldBeFalse();
        MemberRecipe.SeeTheSame(Recipe, Recipe with { Epochs = 11 }).ShouldBeTrue();
    }
}
