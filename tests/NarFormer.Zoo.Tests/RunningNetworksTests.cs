using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using NarFormer.Graphs.Costs;
using NarFormer.Onnx;
using NarFormer.Onnx.Weights;

namespace NarFormer.Zoo.Tests;

public sealed class RunningNetworksTests
{
    public static TheoryData<string> Names => [.. ZooCatalog.Families.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_cheapest_of_the_first_networks_gives_finite_numbers(string name)
    {
        var model = Enumerable.Range(0, 20).Select(seed => ZooCatalog.Find(name).Generate((ulong)seed))
            .MinBy(m => NetworkCost.Of(new OnnxReader().Read(m, name)).MemoryBytes)!;
        new WeightFiller().Fill(model);
        using var options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using var session = new InferenceSession(model.ToByteArray(), options);
        var inputs = session.InputMetadata.ToDictionary(i => i.Key, i => Ones(i.Value), StringComparer.Ordinal);
        using var run = new RunOptions();
        using var outputs = session.Run(run, inputs, session.OutputNames);
        foreach (var output in outputs) output.GetTensorDataAsSpan<float>().ToArray().ShouldAllBe(v => float.IsFinite(v));
        foreach (var input in inputs.Values) input.Dispose();
    }

    private static OrtValue Ones(NodeMetadata input)
    {
        long[] shape = [.. input.Dimensions.Select(d => (long)d)];
        int count = input.Dimensions.Aggregate(1, (product, d) => product * d);
        return input.ElementType == typeof(float)
            ? OrtValue.CreateTensorValueFromMemory([.. Enumerable.Repeat(1f, count)], shape)
            : OrtValue.CreateTensorValueFromMemory([.. Enumerable.Repeat(1L, count)], shape);
    }
}
