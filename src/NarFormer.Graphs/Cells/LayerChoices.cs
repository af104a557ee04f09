namespace NarFormer.Graphs.Cells;

/// <summary>A space of networks that are chains of layers with one choice each, as cells: an operation is a choice in a kind of layer.</summary>
/// <param name="space">The name of the space.</param>
/// <param name="choices">What can be chosen for a layer.</param>
/// <param name="kinds">The kind of each layer: the channels that leave it, and whether it halves the image.</param>
internal sealed class LayerChoices(string space, string[] choices, string[] kinds)
{
    /// <summary>What can be chosen for a layer.</summary>
    public IReadOnlyList<string> Choices => choices;

    /// <summary>How many layers there are.</summary>
    public int Count => kinds.Length;

    /// <summary>The space with the operations of all kinds of layers.</summary>
    public CellSpace Space => new(space, [CellSpace.Input, .. kinds.Distinct().SelectMany(kind => choices.Select(choice => Operation(choice, kind))), CellSpace.Output]);

    /// <summary>The cell of the chosen numbers, one for each layer.</summary>
    public CellArchitecture Cell(IReadOnlyList<int> chosen, string id) => new(
        space,
        [CellSpace.Input, .. kinds.Select((kind, layer) => Operation(choices[chosen[layer]], kind)), CellSpace.Output],
        [.. Enumerable.Range(0, kinds.Length + 1).Select(node => (node, node + 1))],
        id);

    private static string Operation(string choice, string kind) => $"{choice}_{kind}";
}
