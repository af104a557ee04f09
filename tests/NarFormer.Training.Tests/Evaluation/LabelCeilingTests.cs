using NarFormer.Encoding;
using NarFormer.Training.Evaluation;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Tests.Evaluation;

public sealed class LabelCeilingTests
{
    [Fact]
    public void Labels_and_their_means_over_cells_that_are_alike_are_scored()
    {
        var ceiling = LabelCeiling.Of([Cell(1, label: 1, test: 2), Cell(1, label: 3, test: 3), Cell(2, label: 4, test: 1), Cell(3, label: 6, test: 7)]);
        (ceiling.Cells, ceiling.Encodings).ShouldBe((4, 3));
        ceiling.TrainingLabel.Training.ShouldBe(1, 1e-12);
        ceiling.TrainingLabel.Test.ShouldBe(2.0 / 6, 1e-12);
        ceiling.TrainingMean.Training.ShouldBe(5 / Math.Sqrt(30), 1e-12);
        ceiling.TestMean.Test.ShouldBe(5 / Math.Sqrt(30), 1e-12);
    }

    [Fact]
    public void The_order_of_nodes_does_not_tell_cells_apart_and_the_edges_do()
    {
        var classes = new EncodingClasses();
        int chain = classes.Of(new EncodedNetwork(3, [1, 2, 3], [0, 1], [1, 2], [5]));
        classes.Of(new EncodedNetwork(3, [1, 3, 2], [0, 2], [2, 1], [5])).ShouldBe(chain);
        classes.Of(new EncodedNetwork(3, [1, 2, 3], [0, 0], [1, 2], [5])).ShouldNotBe(chain);
        classes.Of(new EncodedNetwork(3, [1, 2, 3], [1, 0], [2, 1], [6])).ShouldNotBe(chain);
    }

    private static CellSample Cell(float feature, double label, double test) => new("", label, test, new EncodedNetwork(1, [feature], [], [], [feature]), []);
}
