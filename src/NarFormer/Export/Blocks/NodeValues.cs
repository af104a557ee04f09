namespace NarFormer.Export.Blocks;

/// <summary>What there is of each node between two blocks, all [count of nodes, width].</summary>
/// <param name="State">What the block before has made, where something needs it.</param>
/// <param name="X">The features that the next block gathers, unless there is none.</param>
/// <param name="Projection">What the next block's scores are made of, unless there is none.</param>
/// <param name="Width">The width.</param>
internal sealed record NodeValues(string? State, string? X, string? Projection, int Width)
{
    /// <summary>Of a state, features and a projection, of the state alone, or of the two others.</summary>
    public static NodeValues Of(string[] values, int width) => values.Length == 2
        ? new(null, values[0], values[1], width)
        : new(values[0], values.ElementAtOrDefault(1), values.ElementAtOrDefault(2), width);
}
