using System.Numerics;

namespace NarFormer.Graphs.Cells;

/// <content>The whole space.</content>
public static partial class NasBench101
{
    /// <summary>Every cell of the space once, whatever the order of its nodes: 423,624. None has an id; see <see cref="NasBench101Hash"/>.</summary>
    public static IEnumerable<CellArchitecture> All()
    {
        for (int nodes = 2; nodes <= MostNodes; nodes++)
        {
            int[][] orders = [.. Orders(nodes)];
            for (int bits = 0; bits < 1 << (nodes * (nodes - 1) / 2); bits++)
            {
                if (BitOperations.PopCount((uint)bits) > MostEdges) continue;
                var edges = Edges(bits, nodes);
                if (!EveryNodeLiesOnAWay(edges, nodes) || Symmetries(bits, edges, nodes, orders) is not { } symmetries) continue;
                foreach (string[] operations in Labelled(nodes - 2, symmetries))
                    yield return new CellArchitecture(CellSpace.NasBench101.Name, [CellSpace.Input, .. operations, CellSpace.Output], edges);
            }
        }
    }

    private static List<(int Source, int Target)> Edges(int bits, int nodes)
    {
        var edges = new List<(int, int)>();
        for (int source = 0, bit = 0; source < nodes; source++)
        {
            for (int target = source + 1; target < nodes; target++, bit++)
            {
                if ((bits >> bit & 1) != 0) edges.Add((source, target));
            }
        }

        return edges;
    }

    private static bool EveryNodeLiesOnAWay(List<(int Source, int Target)> edges, int nodes)
    {
        int sources = 0, targets = 0;
        foreach (var (source, target) in edges)
        {
            sources |= 1 << source;
            targets |= 1 << target;
        }

        int all = (1 << nodes) - 1;
        return (sources | 1 << (nodes - 1)) == all && (targets | 1) == all;
    }

    /// <summary>The orders of inner nodes that leave the edges as they are; null if another order gives the same graph a smaller number.</summary>
    private static List<int[]>? Symmetries(int bits, List<(int Source, int Target)> edges, int nodes, int[][] orders)
    {
        var symmetries = new List<int[]>();
        foreach (int[] order in orders)
        {
            int moved = Moved(edges, order, nodes);
            if (moved < 0) continue;
            if (moved < bits) return null;
            if (moved == bits) symmetries.Add(order);
        }

        return symmetries;
    }

    private static int Moved(List<(int Source, int Target)> edges, int[] order, int nodes)
    {
        int bits = 0;
        foreach (var edge in edges)
        {
            int source = order[edge.Source], target = order[edge.Target];
            if (source > target) return -1;
            bits |= 1 << (source * (2 * nodes - source - 1) / 2 + target - source - 1);
        }

        return bits;
    }

    private static IEnumerable<string[]> Labelled(int inner, List<int[]> symmetries)
    {
        int count = 1;
        for (int i = 0; i < inner; i++) count *= Operations.Count;
        int[] labels = new int[inner];
        for (int number = 0; number < count; number++)
        {
            for (int i = 0, rest = number; i < inner; i++, rest /= Operations.Count) labels[i] = rest % Operations.Count;
            if (symmetries.TrueForAll(s => NumberOf(labels, s) >= number)) yield return [.. labels.Select(l => Operations[l])];
        }
    }

    private static int NumberOf(int[] labels, int[] order)
    {
        int number = 0;
        for (int i = labels.Length - 1; i >= 0; i--) number = number * Operations.Count + labels[order[i + 1] - 1];
        return number;
    }

    private static IEnumerable<int[]> Orders(int nodes)
    {
        int[] order = [.. Enumerable.Range(0, nodes)];
        return Permuted(1);

        IEnumerable<int[]> Permuted(int place)
        {
            if (place >= nodes - 2)
            {
                yield return [.. order];
                yield break;
            }

            for (int other = place; other < nodes - 1; other++)
            {
                (order[place], order[other]) = (order[other], order[place]);
                foreach (int[] permuted in Permuted(place + 1)) yield return permuted;
                (order[place], order[other]) = (order[other], order[place]);
            }
        }
    }
}
