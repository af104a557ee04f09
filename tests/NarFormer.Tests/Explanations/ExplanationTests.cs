using NarFormer.Architecture;
using NarFormer.Encoding;
using NarFormer.Explanations;
using NarFormer.Export;
using NarFormer.Files;
using NarFormer.Graphs;
using NarFormer.Tests.Architecture;
using NarFormer.Tests.Runtime;

namespace NarFormer.Tests.Explanations;

public sealed class ExplanationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(200, 1)]
    [InlineData(200, 3)]
    public void The_parts_of_all_nodes_add_up_to_the_prediction(int nodes, int members)
    {
        using var predictor = Load(UntrainedPredictor.Options, members);
        var explanation = predictor.Explain(Network(nodes));
        explanation.Nodes.Select(n => n.Index).ShouldBe(Enumerable.Range(0, nodes));
        explanation.Nodes.Sum(n => n.Value).ShouldBe(explanation.Prediction.Value, 1e-5 * explanation.Prediction.Value);
        explanation.Nodes.Sum(n => n.Share).ShouldBe(1, 1e-12);
        explanation.Prediction.Value.ShouldBe(predictor.Predict(Network(nodes)).Value);
    }

    [Fact]
    public void Operators_gather_their_nodes_the_largest_first()
    {
        using var predictor = Load(UntrainedPredictor.Options);
        var explanation = predictor.Explain(Network(9));
        explanation.Operators.Sum(o => o.Nodes).ShouldBe(9);
        explanation.Operators.Select(o => o.Value).ShouldBeInOrder(SortDirection.Descending);
        foreach (var part in explanation.Operators)
            part.Value.ShouldBe(explanation.Nodes.Where(n => n.Node.QualifiedOperator == part.Operator).Sum(n => n.Value), 1e-9);
        explanation.Largest.Select(n => n.Value).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void A_predictor_without_costs_of_nodes_is_named()
    {
        using var predictor = Load(UntrainedPredictor.Options with { Readout = ReadoutKind.SumWithStatics });
        predictor.SumsNodeCosts.ShouldBeFalse();
        Should.Throw<NotSupportedException>(() => predictor.Explain(Network(3))).Message.ShouldContain("predictor untrained has no costs of nodes");
    }

    [Fact]
    public void Costs_that_do_not_add_up_are_refused()
    {
        using var predictor = Load(UntrainedPredictor.Options);
        var network = Network(4);
        var prediction = predictor.Predict(network);
        Should.Throw<InvalidDataException>(() => Explanation.Of(network, predictor.Encoding.Encode(network), prediction with { Value = 1.01 * prediction.Value }))
            .Message.ShouldContain("add up");
    }

    [Fact]
    public void Nodes_that_are_not_those_of_the_network_are_refused()
    {
        using var predictor = Load(UntrainedPredictor.Options);
        var network = Network(4);
        var renamed = new EncodedNetwork(4, new float[4], [], [], []) { NodeNames = ["a", "b", "c", "d"] };
        Should.Throw<NotSupportedException>(() => Explanation.Of(network, renamed, predictor.Predict(network))).Message.ShouldContain("mixed");
    }

    private Predictor Load(NetworkOptions options, int members = 1)
    {
        string path = _folder.File($"{options.Readout}-{members}.onnx");
        var untrained = UntrainedPredictor.File();
        var model = PredictorGraph.Build(options, [.. Enumerable.Range(0, members).Select(m => RandomWeights.Of(options, seed: m + 1))], WeightPrecision.Single);
        PredictorFile.Of(model, untrained.Description with { Network = options, Members = members }, untrained.Familiarity).Write(path);
        return Predictor.Load(path);
    }

    private static NetworkGraph Network(int nodes)
    {
        string[] operators = ["Relu", "Sigmoid", "Tanh"];
        NetworkTensor[] values = [.. Enumerable.Range(0, nodes + 1).Select(i => new NetworkTensor($"v{i}", i == 0 ? TensorKind.Input : TensorKind.Computed, ElementType.Float32, new TensorShape(1, 8)))];
        return new NetworkGraph("mixed", 18, [values[0]], [values[^1]], [.. Enumerable.Range(0, nodes).Select(i =>
            new NetworkNode { Name = $"n{i}", Operator = operators[i % 3], Inputs = [values[i]], Outputs = [values[i + 1]] })], []);
    }
}
