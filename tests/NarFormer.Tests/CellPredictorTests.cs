using NarFormer.Graphs.Cells;
using NarFormer.Testing;

namespace NarFormer.Tests;

public sealed class CellPredictorTests : IDisposable
{
    private readonly CellPredictor _predictor = CellPredictor.Load(Path.Combine(SharedData.Repository(), "predictors", "nasbench201-cifar10.onnx"));

    public void Dispose() => _predictor.Dispose();

    [Fact]
    public void An_operation_that_it_does_not_know_is_refused_wherever_cells_go_in()
    {
        CellArchitecture[] cells = [Cell("nor_conv_3x3", "known"), Cell("conv7x7", "strange")];
        Refuses(() => _predictor.Predict(cells[1]));
        Refuses(() => _predictor.PredictMany(cells).Last());
        Refuses(() => _predictor.Embed(cells[1]));
        Refuses(() => _predictor.EmbedMany(cells).Last());
        Refuses(() => _predictor.Encode(cells[1]));

        static void Refuses(Func<object> predict) => Should.Throw<ArgumentException>(predict).Message.ShouldSatisfyAllConditions(
            m => m.ShouldContain("nasbench201-cifar10"), m => m.ShouldContain("'strange'"), m => m.ShouldContain("node 1 is 'conv7x7'"));
    }

    [Fact]
    public void A_cell_without_a_name_is_named_by_its_operations() =>
        Should.Throw<ArgumentException>(() => _predictor.Predict(Cell("conv7x7", ""))).Message.ShouldContain("cell input conv7x7 output");

    [Fact]
    public void Knows_its_space_and_operations()
    {
        _predictor.Space.ShouldBe("nasbench201");
        _predictor.Cells.Operations.ShouldBe(CellSpace.NasBench201.Operations);
    }

    private static CellArchitecture Cell(string operation, string id) => new("nasbench201", ["input", operation, "output"], [(0, 1), (1, 2)], id);
}
