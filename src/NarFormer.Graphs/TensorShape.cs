using System.Collections.Immutable;

namespace NarFormer.Graphs;

/// <summary>The dimensions of a tensor. A dimension that could not be resolved is <see cref="Unknown"/>.</summary>
public sealed class TensorShape : IEquatable<TensorShape>
{
    /// <summary>Stands for a dimension that is not known.</summary>
    public const long Unknown = -1;

    /// <summary>The shape of a single number.</summary>
    public static readonly TensorShape Scalar = new([]);

    /// <summary>Creates a shape of <paramref name="dimensions"/>, outermost first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is below -1.</exception>
    public TensorShape(params ReadOnlySpan<long> dimensions)
    {
        foreach (long dimension in dimensions)
            ArgumentOutOfRangeException.ThrowIfLessThan(dimension, Unknown, nameof(dimensions));
        Dimensions = [.. dimensions];
    }

    /// <summary>The dimensions, outermost first.</summary>
    public ImmutableArray<long> Dimensions { get; }

    /// <summary>The number of dimensions; 0 for a scalar.</summary>
    public int Rank => Dimensions.Length;

    /// <summary>Whether every dimension is known.</summary>
    public bool IsKnown => !Dimensions.Contains(Unknown);

    /// <summary>The number of elements, or <see langword="null"/> if a dimension is unknown or the product exceeds 64 bits.</summary>
    public long? ElementCount
    {
        get
        {
            if (!IsKnown) return null;
            Int128 product = 1;
            foreach (long dimension in Dimensions)
            {
                product *= dimension;
                if (product > long.MaxValue) return null;
            }

            return (long)product;
        }
    }

    /// <summary>The dimension at <paramref name="axis"/>; a negative axis counts from the end.</summary>
    public long this[int axis] => Dimensions[axis < 0 ? axis + Rank : axis];

    /// <inheritdoc/>
    public bool Equals(TensorShape? other) => other is not null && Dimensions.AsSpan().SequenceEqual(other.Dimensions.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TensorShape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (long dimension in Dimensions) hash.Add(dimension);
        return hash.ToHashCode();
    }

    /// <summary>The shape as text, for example <c>1x3x224x224</c>, with <c>?</c> for an unknown dimension and <c>scalar</c> for rank 0.</summary>
    public override string ToString() =>
        Rank == 0 ? "scalar" : string.Join('x', Dimensions.Select(d => d == Unknown ? "?" : d.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
