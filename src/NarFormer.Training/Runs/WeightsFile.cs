using NarFormer.Encoding.Safetensors;
using NarFormer.Training.Fitting;
using NarFormer.Training.Interop;
using NarFormer.Training.Native;
using static TorchSharp.torch;

namespace NarFormer.Training.Runs;

/// <summary>The weights of a network as a safetensors file.</summary>
internal static class WeightsFile
{
    /// <summary>Writes the present weights of <paramref name="network"/>.</summary>
    public static void Write(string path, nn.Module network, TrainingProgress progress)
    {
        var file = new SafetensorsFile();
        foreach (var (name, weight) in network.named_parameters()) file.Tensors[name] = SafetensorsTensor.Of(weight.Singles(), weight.shape);
        progress.WriteTo(file.Metadata);
        file.Write(path);
    }

    /// <summary>Puts the weights of the file at <paramref name="path"/> into <paramref name="network"/>.</summary>
    /// <exception cref="InvalidDataException">The file's weights are not those of the network.</exception>
    public static void Load(string path, nn.Module network)
    {
        var file = SafetensorsFile.Read(path);
        try
        {
            NetworkFile.Load(network, file);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: not the weights of this network: {e.Message}", e);
        }
    }
}
