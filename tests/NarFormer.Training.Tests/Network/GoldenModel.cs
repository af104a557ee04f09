using System.Text.Json;
using NarFormer.Encoding;
using NarFormer.Encoding.Safetensors;
using NarFormer.Testing;
using NarFormer.Training.Native;
using NarFormer.Training.Network;
using static TorchSharp.torch;

namespace NarFormer.Training.Tests.Network;

/// <summary>One of the published networks with weights, inputs and everything that the authors' code computed from them.</summary>
internal sealed class GoldenModel
{
    private readonly SafetensorsFile _file;

    private GoldenModel(string name, Func<SafetensorsFile, IEnumerable<EncodedNetwork>> networks)
    {
        _file = SafetensorsFile.Read(SharedData.Path("golden", name + ".safetensors"));
        Batch = PackedBatch.Of([.. networks(_file)]);
    }

    /// <summary>The networks of the golden prediction.</summary>
    public PackedBatch Batch { get; }

    /// <summary>Gradients by parameter key.</summary>
    public IReadOnlyDictionary<string, float[]> Gradients => Group("grad/");

    /// <summary>Weights by parameter key, as they stand in the file.</summary>
    public IReadOnlyDictionary<string, float[]> State => Group("state/");

    /// <summary>
    /// The weights that prediction and gradients belong to. The latency file keeps those that its step of Adam left, which
    /// moved every weight by the learning rate against its gradient's sign: that step is taken back.
    /// </summary>
    public IReadOnlyDictionary<string, float[]> StartingState => _file.Tensors.ContainsKey("prediction_after_adam_step")
        ? State.ToDictionary(s => s.Key, s => s.Value.Zip(Gradients[s.Key], (w, g) => w + (1e-3f * g / (Math.Abs(g) + 1e-8f))).ToArray(), StringComparer.Ordinal)
        : State;

    /// <summary>The latency network on six networks.</summary>
    public static GoldenModel Latency() => new("latency_model", LatencyInputs);

    /// <summary>The cell network on twelve NAS-Bench-201 cells.</summary>
    public static GoldenModel Cells() => new("cell_model", CellInputs);

    /// <summary>The tensor <paramref name="name"/>.</summary>
    public float[] Values(string name) => _file[name].ToSingles();

    /// <summary>Puts the weights before the step into <paramref name="network"/>.</summary>
    public void Load(NarFormerNetwork network)
    {
        var state = StartingState;
        foreach (var (name, parameter) in network.named_parameters()) state[name].CopyTo(parameter.Singles());
    }

    /// <summary>The golden loss, <c>mean((prediction / target − 1)²)</c>.</summary>
    public Tensor Loss(Tensor prediction)
    {
        var target = tensor(Values("target"));
        return ((prediction - target) / target).square().mean();
    }

    private static IEnumerable<EncodedNetwork> LatencyInputs(SafetensorsFile file)
    {
        var features = SafetensorsFile.Read(SharedData.Path("golden", "features.safetensors"));
        foreach (string key in JsonSerializer.Deserialize<string[]>(file.Metadata["keys"])!)
        {
            var nodes = features[key + "/node_features"];
            int[] edges = [.. features[key + "/edge_index"].ToInt64s().Select(n => (int)n)];
            yield return new EncodedNetwork(
                (int)nodes.Shape[0], nodes.ToSingles(), edges[..(edges.Length / 2)], edges[(edges.Length / 2)..], features[key + "/static_features"].ToSingles());
        }
    }

    private static IEnumerable<EncodedNetwork> CellInputs(SafetensorsFile file)
    {
        // NAS-Bench-201 cells with operations as nodes all have the same edges.
        int[] sources = [0, 0, 0, 1, 1, 2, 3, 4, 5, 6];
        int[] targets = [1, 2, 4, 3, 5, 6, 6, 7, 7, 7];
        foreach (int index in JsonSerializer.Deserialize<int[]>(file.Metadata["nb201_order"])!)
            yield return new EncodedNetwork(8, file[$"nb201/{index}/code"].ToSingles(), sources, targets, []);
    }

    private Dictionary<string, float[]> Group(string prefix) => _file.Tensors
        .Where(t => t.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(t => t.Key[prefix.Length..], t => t.Value.ToSingles(), StringComparer.Ordinal);
}
