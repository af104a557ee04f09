using System.Text.Json.Nodes;
using NarFormer.Training.Losses;
using NarFormer.Training.Recipes;
using NarFormer.Training.Studies;
using NarFormer.Training.Tests.Fitting;

namespace NarFormer.Training.Tests.Studies;

public sealed class StudyPaceTests
{
    private static readonly TrainingRecipe Recipe = new()
    {
        Dataset = "/data",
        Encoding = "universal",
        Network = new JsonObject(),
        Loss = LossKind.LogHuber,
        Epochs = 10,
        BatchSize = 1,
        LearningRate = 0.1,
    };

    [Fact]
    public void The_rest_goes_on_as_fast_as_this_sitting()
    {
        var pace = new StudyPace(new SteppingClock(), [Recipe, Recipe]);
        pace.After(Recipe, epoch: 1).ShouldBe(19); // 1 s for one epoch
        pace.After(Recipe, epoch: 2).ShouldBe(18);
        pace.Finish(Recipe);
        pace.After(Recipe, epoch: 9).ShouldBe(1); // resumed at epoch 8
    }
}
