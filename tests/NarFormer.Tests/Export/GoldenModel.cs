using System.Text.Json;
using NarFormer.Encoding;
using NarFormer.Encoding.Safetensors;
using NarFormer.Testing;

namespace NarFormer.Tests.Export;

/// <summary>Networks, weights and predictions of the published implementation.</summary>
internal sealed record GoldenModel(Dictionary<string, SafetensorsTensor> Weights, float[] Predictions, IReadOnlyList<EncodedNetwork> Networks)
{
    private const string State = "state/";
    private const string Gradient = "grad/";

    /// <summary>The file keeps the weights after its Adam step, and the prediction of these.</summary>
    public static GoldenModel LatencyAfterStep()
    {
        var file = SafetensorsFile.Read(SharedData.Path("golden", "latency_model.safetensors"));
        return new(WeightsOf(file), file["prediction_after_adam_step"].ToSingles(), LatencyNetworks(file));
    }

    /// <summary>The weights before the step: a first step of Adam moves each by the learning rate against its gradient's sign.</summary>
    public static GoldenModel Latency()
    {
        const float LearningRate = 1e-3f, Epsilon = 1e-8f;
        var file = SafetensorsFile.Read(SharedData.Path("golden", "latency_model.safetensors"));
        var weights = WeightsOf(file);
        foreach (string name in weights.Keys)
        {
            float[] values = weights[name].ToSingles();
            float[] gradients = file[Gradient + name].ToSingles();
            for (int i = 0; i < values.Length; i++) values[i] += LearningRate * gradients[i] / (Math.Abs(gradients[i]) + Epsilon);
            weights[name] = SafetensorsTensor.Of(values, [.. weights[name].Shape]);
        }

        return new(weights, file["prediction"].ToSingles(), LatencyNetworks(file));
    }

    private static EncodedNetwork[] LatencyNetworks(SafetensorsFile file)
    {
        var features = SafetensorsFile.Read(SharedData.Path("golden", "features.safetensors"));
        string[] keys = JsonSerializer.Deserialize<string[]>(file.Metadata["keys"])!;
        return [.. keys.Select(Network)];

        EncodedNetwork Network(string key)
        {
            var nodes = features[key + "/node_features"];
            int[] edges = [.. features[key + "/edge_index"].ToInt64s().Select(i => (int)i)];
            return new((int)nodes.Shape[0], nodes.ToSingles(), edges[..(edges.Length / 2)], edges[(edges.Length / 2)..], features[key + "/static_features"].ToSingles());
        }
    }

    public static GoldenModel Cells()
    {
        var file = SafetensorsFile.Read(SharedData.Path("golden", "cell_model.safetensors"));
        int[] order = JsonSerializer.Deserialize<int[]>(file.Metadata["nb201_order"])!;
        int[] sources = [0, 0, 0, 1, 1, 2, 3, 4, 5, 4, 5, 6];
        int[] targets = [1, 2, 4, 3, 5, 6, 6, 7, 7, 7, 7, 7];
        return new(WeightsOf(file), file["prediction"].ToSingles(), [.. order.Select(Cell)]);

        EncodedNetwork Cell(int index) => new(8, file[$"nb201/{index}/code"].ToSingles(), sources, targets, []);
    }

    private static Dictionary<string, SafetensorsTensor> WeightsOf(SafetensorsFile file) =>
        file.Tensors.Where(t => t.Key.StartsWith(State, StringComparison.Ordinal)).ToDictionary(t => t.Key[State.Length..], t => t.Value);
}
