using NarFormer.Datasets;
using NarFormer.Encoding;
using NarFormer.Training.Losses;
using NarFormer.Training.Recipes;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Tests.Samples;

public sealed class SampleSelectionTests
{
    private static readonly EncodedNetwork Nothing = new(1, [0], [], [], []);

    private static readonly TrainingRecipe Recipe = new()
    {
        Dataset = "/data",
        Encoding = "universal",
        Network = [],
        Loss = LossKind.LogHuber,
        Epochs = 1,
        BatchSize = 1,
        LearningRate = 0.1,
    };

    // 10 networks of each of three families: 8 to train on, 1 to choose by, 1 to test on; network n has 10·n nodes.
    private static readonly TrainingSample[] All =
    [
        .. new[] { "bert", "unet", "vgg" }.SelectMany(f => Enumerable.Range(1, 10), (f, n) => new TrainingSample(f, (ulong)n, n, 0, 0, 0, Nothing)
        {
            Split = n <= 8 ? DataSplit.Train : n == 9 ? DataSplit.Validation : DataSplit.Test,
            Nodes = 10 * n,
            Graph = $"{f}{n}",
        }),
    ];

    [Fact]
    public void Without_filters_splits_are_those_of_the_data_set()
    {
        var set = SampleSelection.Of(All, Recipe);
        (set.Training.Count, set.Validation.Count, set.Test.Count).ShouldBe((24, 3, 3));
    }

    [Fact]
    public void A_family_left_out_is_tested_as_a_whole()
    {
        var set = Of(new NetworksRecipe { Train = new() { Except = ["vgg"] }, Test = new() { Families = ["vgg"] }, TestsEverySplit = true });
        set.Training.Select(s => s.Family).Distinct().ShouldBe(["bert", "unet"]);
        set.Validation.Count.ShouldBe(2);
        set.Test.Count.ShouldBe(10);
        set.Test.ShouldAllBe(s => s.Family == "vgg");
    }

    [Fact]
    public void Sizes_divide_too()
    {
        var set = Of(new NetworksRecipe { Train = new() { MostNodes = 95 }, Test = new() { LeastNodes = 96 }, TestsEverySplit = true });
        set.Training.Concat(set.Validation).ShouldAllBe(s => s.Nodes <= 95);
        set.Test.Select(s => s.Nodes).ShouldBe([100, 100, 100]);
    }

    [Fact]
    public void A_smaller_count_is_part_of_a_larger_one_and_other_seeds_draw_others()
    {
        var few = Of(new NetworksRecipe { Count = 5 }).Training;
        var more = Of(new NetworksRecipe { Count = 12 }).Training;
        few.ShouldBeSubsetOf(more);
        (few.Count, more.Count).ShouldBe((5, 12));
        SampleSelection.Of(All, Recipe with { Seed = 2, Networks = new NetworksRecipe { Count = 5 } }).Training.ShouldNotBe(few);
        Of(new NetworksRecipe { Count = 5 }).Test.Count.ShouldBe(3);
    }

    [Fact]
    public void A_graph_that_was_trained_on_is_not_tested_on_in_another_family()
    {
        TrainingSample[] twins = [.. All, All[0] with { Family = "twin", Split = DataSplit.Train }, All[9] with { Family = "twin", Graph = "other" }];
        var networks = new NetworksRecipe { Train = new() { Except = ["twin"] }, Test = new() { Families = ["twin"] }, TestsEverySplit = true };
        SampleSelection.Of(twins, Recipe with { Networks = networks }).Test.Single().Graph.ShouldBe("other");
    }

    [Fact]
    public void What_cannot_be_is_an_error_that_says_why()
    {
        Refused(new NetworksRecipe { Train = new() { Except = ["vg"] } }, "'vg'; it has bert, unet, vgg");
        Refused(new NetworksRecipe { Count = 25 }, "25");
        Refused(new NetworksRecipe { Test = new() { LeastNodes = 1000 } }, "no test network");
        Refused(new NetworksRecipe { TestsEverySplit = true }, "trained on");

        static void Refused(NetworksRecipe networks, string why) => Should.Throw<InvalidDataException>(() => Of(networks)).Message.ShouldContain(why);
    }

    private static SampleSet Of(NetworksRecipe networks) => SampleSelection.Of(All, Recipe with { Networks = networks });
}
