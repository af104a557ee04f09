using NarFormer.Graphs;
using NarFormer.Onnx.Reading;
using NarFormer.Onnx.Shapes;
using NarFormer.Testing;

namespace NarFormer.Onnx.Tests.Shapes;

public sealed class AgreesWithOnnxRuntimeTests
{
    [Fact]
    public void Own_inference_finds_what_onnx_runtime_finds()
    {
        var differences = new List<string>();
        int compared = 0;
        string folder = SharedData.Path("onnx-real");
        foreach (string file in Directory.GetFiles(folder, "*.onnx", SearchOption.AllDirectories).Concat(Directory.GetFiles(SharedData.Path("golden", "onnx"), "*.onnx")))
        {
            var model = ModelFile.ReadWithoutWeights(file, new OnnxLimits());
            var graph = new OnnxReader().Read(file, new OnnxReadOptions { FoldConstants = false });
            var own = graph.Nodes.Where(n => n.Depth == 0).SelectMany(n => n.Outputs).OfType<NetworkTensor>().DistinctBy(t => t.Name).ToDictionary(t => t.Name);
            var inputs = graph.Inputs.ToDictionary(i => i.Name, i => new Fact { IsInput = true, Type = i.ElementType, Shape = i.Shape is null ? null : [.. i.Shape.Dimensions] });
            foreach (var (name, fact) in RuntimeShapes.Infer(model, inputs))
            {
                if (!fact.IsKnown || !own.TryGetValue(name, out var tensor) || tensor.Shape is not { IsKnown: true } shape) continue;
                compared++;
                if (!shape.Dimensions.SequenceEqual(fact.Shape!)) differences.Add($"{Path.GetFileName(file)}: {name} is {shape}, ONNX Runtime says {string.Join('x', fact.Shape!)}");
            }
        }

        compared.ShouldBeGreaterThan(3000);
        differences.ShouldBeEmpty();
    }
}
