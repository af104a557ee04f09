using NarFormer.Zoo.Families;
using NarFormer.Zoo.Families.Operators;

namespace NarFormer.Zoo;

/// <summary>All families of the zoo.</summary>
public static class ZooCatalog
{
    /// <summary>The families that are architectures, in a fixed order.</summary>
    public static IReadOnlyList<INetworkFamily> Architectures { get; } =
    [
        AlexNet.Family, Vgg.Family, GoogLeNet.Family, SqueezeNet.Family, ResNet.Family,
        MobileNetV2.Family, MobileNetV3.Family, MnasNet.Family, EfficientNet.Family, NasBench201.Family,
        DenseNet.Family, ShuffleNetV2.Family, VisionTransformer.Family, Bert.Family,
        ConvNeXt.Family, UNet.Family, MlpMixer.Family, RecurrentNetwork.Family, GraphConvolution.Family,
    ];

    /// <summary>All families in a fixed order: the architectures, then single operators and compositions of them.</summary>
    public static IReadOnlyList<INetworkFamily> Families { get; } = [.. Architectures, OperatorNetwork.Family, OperatorComposition.Family];

    /// <summary>The family called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those that there are.</exception>
    public static INetworkFamily Find(string name) =>
        Families.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"unknown family '{name}': choose one of {string.Join(", ", Families.Select(f => f.Name))}");
}
