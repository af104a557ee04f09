using NarFormer.Graphs;

namespace NarFormer.Onnx.Tests.Reading;

public sealed class MissingInputsTests
{
    public static IEnumerable<TheoryDataRow<string>> Operators() => OperatorCatalog.Standard.Select(o => new TheoryDataRow<string>(o));

    [Theory]
    [MemberData(nameof(Operators))]
    public void A_node_with_too_few_inputs_is_read(string type)
    {
        for (int inputs = 0; inputs < 4; inputs++)
        {
            var model = TestModels.Model(TestModels.Node(type, [.. Enumerable.Repeat("x", inputs)], ["y"])).WithInput("x", 2, 3).WithOutput("y");
            Should.NotThrow(() => new OnnxReader().Read(model, type));
        }
    }
}
