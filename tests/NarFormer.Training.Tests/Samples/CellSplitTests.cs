using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Tests.Samples;

public sealed class CellSplitTests
{
    private static readonly CellRecipe Recipe = new() { Space = "nasbench201", TrainingLabel = "v", TestLabel = "t", Training = 20, Validation = 10 };

    [Fact]
    public void A_random_split_shares_no_cell_and_leaves_none_out()
    {
        var split = CellSplit.Of(100, Recipe, seed: 1);
        split.Training.Count.ShouldBe(20);
        split.Validation.Count.ShouldBe(10);
        split.Training.Concat(split.Validation).Concat(split.Test).Order().ShouldBe(Enumerable.Range(0, 100));
        CellSplit.Of(100, Recipe, seed: 1).Training.ShouldBe(split.Training);
        CellSplit.Of(100, Recipe, seed: 2).Training.ShouldNotBe(split.Training);
    }

    [Fact]
    public void The_published_split_takes_the_first_and_tests_on_all()
    {
        var split = CellSplit.Of(100, Recipe with { Split = CellSplitKind.Published }, seed: 1);
        split.Training.ShouldBe(Enumerable.Range(0, 20));
        split.Validation.ShouldBe(Enumerable.Range(20, 10));
        split.Test.ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public void The_files_split_keeps_its_test_cells_apart()
    {
        string[] parts = [.. Enumerable.Range(0, 100).Select(i => i % 4 == 0 ? "test" : "train")];
        var recipe = Recipe with { Split = CellSplitKind.File };
        var split = CellSplit.Of(parts, recipe, seed: 1);
        split.Test.ShouldBe(Enumerable.Range(0, 25).Select(i => 4 * i));
        int[] known = [.. split.Training, .. split.Validation];
        known.Distinct().Count().ShouldBe(30);
        known.ShouldAllBe(i => i % 4 != 0);
        CellSplit.Of(parts, recipe, seed: 2).Training.ShouldNotBe(split.Training);
        Should.Throw<InvalidDataException>(() => CellSplit.Of(parts, recipe with { Training = 70 }, seed: 1)).Message.ShouldContain("75 of the part 'train'");
        Should.Throw<InvalidDataException>(() => CellSplit.Of(parts[1..4], recipe, seed: 1)).Message.ShouldContain("'test'");
    }

    [Theory]
    [InlineData(95, 10)]
    [InlineData(90, 10)]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    public void Too_few_cells_are_an_error(int training, int validation) =>
        Should.Throw<InvalidDataException>(() => CellSplit.Of(100, Recipe with { Training = training, Validation = validation }, seed: 1));
}
