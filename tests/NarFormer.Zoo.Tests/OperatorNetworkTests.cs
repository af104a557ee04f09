using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Graphs.Costs;
using NarFormer.Onnx;
using NarFormer.Onnx.Weights;
using NarFormer.Zoo.Building;
using NarFormer.Zoo.Families.Operators;

namespace NarFormer.Zoo.Tests;

public sealed class OperatorNetworkTests
{
    private const int Networks = 300;

    private static readonly OnnxReader Reader = new();

    public static TheoryData<string> Names => [.. OperatorCatalog.Kinds.SelectMany(k => k.Cases).Select(c => c.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operator_is_read_and_is_valid_in_onnx_runtime(string name)
    {
        foreach (var @operator in OperatorCatalog.Kinds.SelectMany(k => k.Cases).Where(c => c.Name == name))
        {
            var builder = Build(@operator);
            var model = builder.Finish(name);
            model.Graph.Node.Count(n => n.OpType == name).ShouldBePositive();
            var graph = Reader.Read(model, name);
            graph.Warnings.ShouldBeEmpty();
            var cost = NetworkCost.Of(graph);
            cost.NodesWithoutShape.ShouldBe(0);
            cost.UnknownOperators.ShouldBeEmpty();
            cost.Macs.ShouldBe(builder.Macs);
            new WeightFiller().Fill(model);
            using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            using var session = new InferenceSession(model.ToByteArray(), options);
            foreach (var output in model.Graph.Output)
                session.OutputMetadata[output.Name].Dimensions.ShouldBe(output.Type.TensorType.Shape.Dim.Select(d => (int)d.DimValue));
        }
    }

    [Fact]
    public void No_two_networks_are_the_same()
    {
        var graphs = Enumerable.Range(0, Networks).Select(seed => OperatorNetwork.Family.Generate((ulong)seed).Graph).ToList();
        foreach (var graph in graphs) graph.Name = "";
        graphs.Select(g => Convert.ToHexString(g.ToByteArray())).ShouldBeUnique();
    }

    [Fact]
    public void The_first_input_has_the_batch_in_front()
    {
        var @operator = OperatorCatalog.Kinds.SelectMany(k => k.Cases).First(c => c.Name == "LSTM");
        Build(@operator).Finish("lstm").Graph.Input[0].Type.TensorType.Shape.Dim[0].DimValue.ShouldBe(2);
    }

    [Fact]
    public void Every_doubling_of_a_logarithmic_draw_is_as_likely_as_the_next()
    {
        const int Draws = 10_000;
        var random = new SeededRandom("doublings", 1, 0);
        int[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => random.Logarithmic(3, 1024))];
        drawn.ShouldAllBe(n => n >= 3 && n <= 1024);
        drawn.Count(n => n < 6).ShouldBeInRange(Draws / 9 * 8 / 10, Draws / 9 * 12 / 10);
        drawn.Count(n => n >= 768).ShouldBeInRange(Draws / 9 * 8 / 10, Draws / 9 * 12 / 10);
    }

    private static NetworkBuilder Build(OperatorCase @operator)
    {
        for (int attempt = 0; ; attempt++)
        {
            var builder = new NetworkBuilder(2);
            try
            {
                new OperatorNetwork(@operator, 3, @operator.Chains, new SeededRandom(@operator.Name, 1, attempt)).Build(builder);
                return builder;
            }
            catch (UnfitException) when (attempt < 1000)
            {
            }
        }
    }
}
