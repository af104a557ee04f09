using NarFormer.Graphs;

namespace NarFormer.Zoo.Building;

/// <summary>A tensor of a network that is being built.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its dimensions, batch first.</param>
internal sealed record Value(string Name, params long[] Shape)
{
    /// <summary>The type of its elements.</summary>
    public ElementType Type { get; init; } = ElementType.Float32;

    /// <summary>The channels of an image tensor <c>[batch, channels, height, width]</c>.</summary>
    public int Channels => (int)Shape[1];

    /// <summary>The number of elements.</summary>
    public long Elements => Shape.Aggregate(1L, (product, dimension) => product * dimension);
}
