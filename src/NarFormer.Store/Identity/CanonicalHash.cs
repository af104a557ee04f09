using System.Globalization;
using NarFormer.Graphs;

namespace NarFormer.Store;

/// <summary>
/// Names a network by what it does. Names of tensors and nodes, the order of nodes in the file and the values of weights do
/// not count; operators, attributes, element types, shapes and who reads what do.
/// </summary>
/// <remarks>
/// Every operation gets a label from what it is, then takes in the labels of all it depends on and of all that depends on it
/// (the neighbourhood labelling of Weisfeiler and Leman, by SHA-256), twice in each direction. The hash is that of all
/// labels in sorted order. Time and memory are linear in nodes and edges, but for the sorting.
/// </remarks>
public static class CanonicalHash
{
    private const int Rounds = 2;

    /// <summary>The hash of <paramref name="network"/>, 32 lower-case hexadecimal digits. It should be read with constants folded, as is the default.</summary>
    public static string Of(NetworkGraph network)
    {
        var labels = new GraphLabels(network);
        for (int round = 0; round < Rounds; round++)
        {
            labels.TakeInSources();
            labels.TakeInReaders();
        }

        var sum = new LabelWriter();
        foreach (var label in labels.All.Order()) sum.Write(label);
        return sum.Finish().ToString("x32", CultureInfo.InvariantCulture);
    }
}
