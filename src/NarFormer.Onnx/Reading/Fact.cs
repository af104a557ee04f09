using NarFormer.Graphs;

namespace NarFormer.Onnx.Reading;

/// <summary>What is known of a tensor while a network is read.</summary>
internal sealed class Fact
{
    /// <summary>The type of the elements.</summary>
    public ElementType Type { get; set; }

    /// <summary>The dimensions, −1 where one is unknown; <see langword="null"/> if not even the rank is known.</summary>
    public long[]? Shape { get; set; }

    /// <summary>The elements of a small constant, in row-major order.</summary>
    public double[]? Values { get; init; }

    /// <summary>Whether the tensor depends on stored values alone.</summary>
    public bool IsConstant { get; init; }

    /// <summary>Whether the caller gives the tensor.</summary>
    public bool IsInput { get; init; }

    /// <summary>Whether every dimension is known.</summary>
    public bool IsKnown => Shape is not null && !Shape.Contains(TensorShape.Unknown);

    /// <summary>The number of elements, or <see langword="null"/> if it is not known or exceeds 62 bits.</summary>
    public long? Count
    {
        get
        {
            if (!IsKnown) return null;
            Int128 product = 1;
            foreach (long dimension in Shape!)
            {
                product *= dimension;
                if (product > long.MaxValue / 2) return null;
            }

            return (long)product;
        }
    }

    /// <summary>The elements as integers.</summary>
    public long[]? Integers => Values is null ? null : [.. Values.Select(v => (long)v)];
}
