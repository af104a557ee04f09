using NarFormer.Onnx.Schema;

namespace NarFormer.Zoo;

/// <summary>A parametrised family of networks: depth, widths, kernels, resolution and batch are drawn from a seed.</summary>
public interface INetworkFamily
{
    /// <summary>The family's name, for example <c>resnet</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Builds the network of <paramref name="seed"/>: the same bytes for the same seed, always. The model carries the
    /// dimensions of its weights but not their values.
    /// </summary>
    ModelProto Generate(ulong seed);
}
