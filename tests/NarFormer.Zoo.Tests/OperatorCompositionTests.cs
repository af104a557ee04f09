using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Graphs.Costs;
using NarFormer.Onnx;
using NarFormer.Onnx.Weights;
using NarFormer.Zoo.Families.Operators;

namespace NarFormer.Zoo.Tests;

public sealed class OperatorCompositionTests
{
    private const int Networks = 60;

    [Fact]
    public void Compositions_are_read_and_are_valid_in_onnx_runtime()
    {
        var reader = new OnnxReader();
        for (ulong seed = 1; seed <= Networks; seed++)
        {
            var model = OperatorComposition.Family.Generate(seed);
            var graph = reader.Read(model, model.Graph.Name);
            graph.Warnings.ShouldBeEmpty();
            NetworkCost.Of(graph).NodesWithoutShape.ShouldBe(0, model.Graph.Name);
            new WeightFiller().Fill(model);
            using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            using var session = new InferenceSession(model.ToByteArray(), options);
            foreach (var output in model.Graph.Output)
                session.OutputMetadata[output.Name].Dimensions.ShouldBe(output.Type.TensorType.Shape.Dim.Select(d => (int)d.DimValue), model.Graph.Name);
        }
    }

    [Fact]
    public void Every_value_is_read_or_given()
    {
        for (ulong seed = 1; seed <= Networks; seed++)
        {
            var graph = OperatorComposition.Family.Generate(seed).Graph;
            graph.Node.SelectMany(n => n.Output).Except(graph.Node.SelectMany(n => n.Input)).Order().ShouldBe(graph.Output.Select(o => o.Name).Order());
            graph.Initializer.Select(i => i.Name).Except(graph.Node.SelectMany(n => n.Input)).ShouldBeEmpty();
        }
    }
}
