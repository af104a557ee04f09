namespace NarFormer.Graphs;

/// <summary>A value that flows along the edges of a network.</summary>
/// <param name="Name">The name, unique in its graph.</param>
/// <param name="Kind">Where the value comes from.</param>
/// <param name="ElementType">The type of the elements.</param>
/// <param name="Shape">The shape, or <see langword="null"/> if not even the rank is known.</param>
public sealed record NetworkTensor(string Name, TensorKind Kind, ElementType ElementType, TensorShape? Shape)
{
    /// <summary>The number of elements, or <see langword="null"/> if it is not known.</summary>
    public long? ElementCount => Shape?.ElementCount;

    /// <summary>The bytes the elements take, or <see langword="null"/> if the shape is not known.</summary>
    public long? ByteCount => ElementCount is { } count ? ElementType.BytesFor(count) : null;

    /// <summary>
    /// Whether the caller may give another value than the stored one, as for an initializer that is a graph input too (ONNX IR
    /// from version 4). A runtime cannot prepare such a weight ahead of a run or take it into another.
    /// </summary>
    public bool IsOverridable { get; init; }

    /// <summary>The values of a small integer constant (a shape, axes, sizes), or <see langword="null"/> where they are not kept.</summary>
    public IReadOnlyList<long>? IntegerValues { get; init; }
}
