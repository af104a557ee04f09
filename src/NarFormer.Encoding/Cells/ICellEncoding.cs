using NarFormer.Graphs.Cells;

namespace NarFormer.Encoding.Cells;

/// <summary>Turns a cell into numbers. Implementations hold no state that changes and may be shared between threads.</summary>
public interface ICellEncoding
{
    /// <summary>The name under which predictors refer to this encoding, with its version.</summary>
    string Name { get; }

    /// <summary>The operations that have numbers of their own, in order.</summary>
    IReadOnlyList<string> Operations { get; }

    /// <summary>Features of one node.</summary>
    int NodeFeatureCount { get; }

    /// <summary>Features of a cell as a whole.</summary>
    int StaticFeatureCount { get; }

    /// <summary>Whether the order of nodes shows in the features.</summary>
    bool SeesOrder { get; }

    /// <summary>Encodes <paramref name="cell"/>.</summary>
    /// <exception cref="ArgumentException">The encoding has no number for an operation; the message names it.</exception>
    EncodedNetwork Encode(CellArchitecture cell) => Encode(cell.Operations, cell.Edges);

    /// <summary>Encodes a cell.</summary>
    /// <param name="operations">The operation of each node, in topological order.</param>
    /// <param name="edges">Edges as values flow.</param>
    /// <exception cref="ArgumentException">The encoding has no number for an operation; the message names it.</exception>
    EncodedNetwork Encode(IReadOnlyList<string> operations, IReadOnlyList<(int Source, int Target)> edges);
}
