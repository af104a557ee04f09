using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>An operator, or one form of it, and how a use of it is drawn.</summary>
/// <param name="Name">The operator's name.</param>
/// <param name="Picoseconds">About how long it takes for each element of its first input on one core, by which sizes are limited.</param>
/// <param name="Shape">Draws the shape of its first input.</param>
/// <param name="Apply">Draws the attributes and applies the operator to its first input; gives the outputs.</param>
internal sealed record OperatorCase(string Name, int Picoseconds, Func<OperatorUse, long[]> Shape, Func<OperatorUse, Value, Value[]> Apply)
{
    /// <summary>A case with one output.</summary>
    public OperatorCase(string name, int picoseconds, Func<OperatorUse, long[]> shape, Func<OperatorUse, Value, Value> apply)
        : this(name, picoseconds, shape, (use, x) => [apply(use, x)])
    {
    }

    /// <summary>Whether a use can read what another gave.</summary>
    public bool Chains { get; init; }

    /// <summary>Whether the first input has to be made positive by <c>Abs</c>.</summary>
    public bool Positive { get; init; }

    /// <summary>The type of the first input.</summary>
    public ElementType Input { get; init; } = ElementType.Float32;
}
