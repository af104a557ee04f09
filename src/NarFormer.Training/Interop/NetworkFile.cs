using System.Text.Json;
using NarFormer.Architecture;
using NarFormer.Encoding.Safetensors;
using NarFormer.Training.Native;
using NarFormer.Training.Network;
using NarFormer.Training.Recipes;
using static TorchSharp.torch;

namespace NarFormer.Training.Interop;

/// <summary>A network as a safetensors file: its weights by their published keys, its options as JSON under <c>options</c> in the metadata.</summary>
public static class NetworkFile
{
    private const string OptionsKey = "options";

    /// <summary>Writes <paramref name="network"/>.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, written under a temporary name and then renamed.</param>
    /// <param name="metadata">Further texts to keep with it.</param>
    public static void Write(NarFormerNetwork network, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var file = new SafetensorsFile();
        foreach (var (name, weight) in network.named_parameters()) file.Tensors[name] = SafetensorsTensor.Of(weight.Singles(), weight.shape);
        foreach (var (key, text) in metadata ?? new Dictionary<string, string>()) file.Metadata[key] = text;
        file.Metadata[OptionsKey] = JsonSerializer.Serialize(network.Options, RecipeJson.Options);
        file.Write(path);
    }

    /// <summary>Reads the network at <paramref name="path"/>: a file of <see cref="Write"/>, or a published checkpoint if the name ends in <c>.pth</c>.</summary>
    /// <exception cref="InvalidDataException">The file is broken or is not a network; the message names file and weight.</exception>
    public static NarFormerNetwork Read(string path)
    {
        var file = path.EndsWith(".pth", StringComparison.OrdinalIgnoreCase) ? TorchCheckpoint.Read(path) : SafetensorsFile.Read(path);
        try
        {
            var network = new NarFormerNetwork(Options(file), seed: 0);
            Load(network, file);
            return network;
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or JsonException)
        {
            throw new InvalidDataException($"{path}: not a network: {e.Message}", e);
        }
    }

    /// <summary>Puts the weights of <paramref name="file"/> into <paramref name="network"/>.</summary>
    /// <exception cref="InvalidDataException">A weight is missing, has another shape or is one too many; the message names it.</exception>
    public static void Load(nn.Module network, SafetensorsFile file)
    {
        var weights = network.named_parameters().ToDictionary(p => p.name, p => p.parameter, StringComparer.Ordinal);
        foreach (string name in file.Tensors.Keys)
        {
            if (!weights.ContainsKey(name)) throw new InvalidDataException($"the network has no weight '{name}'");
        }

        foreach (var (name, weight) in weights)
        {
            var tensor = file[name];
            if (!tensor.Shape.SequenceEqual(weight.shape))
                throw new InvalidDataException($"weight '{name}' is [{string.Join(", ", tensor.Shape)}], not [{string.Join(", ", weight.shape)}]");
            tensor.ToSingles().CopyTo(weight.Singles());
        }
    }

    private static NetworkOptions Options(SafetensorsFile file) => file.Metadata.TryGetValue(OptionsKey, out string? text)
        ? JsonSerializer.Deserialize<NetworkOptions>(text, RecipeJson.Options) ?? throw new InvalidDataException("its options are empty")
        : PublishedOptions.Of(file);
}
