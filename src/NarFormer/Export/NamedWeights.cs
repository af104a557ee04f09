using NarFormer.Encoding.Safetensors;

namespace NarFormer.Export;

/// <summary>The weights of a trained network under the names of its parameters.</summary>
internal sealed class NamedWeights(IDictionary<string, SafetensorsTensor> tensors)
{
    /// <summary>The weight <paramref name="name"/>.</summary>
    /// <exception cref="InvalidDataException">It is missing, has another shape than <paramref name="shape"/>, or does not hold 32-bit floats.</exception>
    public float[] Take(string name, params long[] shape)
    {
        if (!tensors.TryGetValue(name, out var tensor)) throw new InvalidDataException($"weight '{name}' is missing");
        if (!tensor.Shape.SequenceEqual(shape))
            throw new InvalidDataException($"weight '{name}' is [{string.Join(", ", tensor.Shape)}], but the network's options ask for [{string.Join(", ", shape)}]");
        return tensor.ToSingles();
    }
}
