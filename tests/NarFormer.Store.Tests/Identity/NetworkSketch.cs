using CsCheck;
using NarFormer.Graphs;

namespace NarFormer.Store.Tests.Identity;

/// <summary>An operation of a network that is made up.</summary>
/// <param name="Operator">Which of a few operators.</param>
/// <param name="Sources">What it reads, counted from the network's input (0) over the operations before it; -1 for a weight.</param>
/// <param name="Attribute">The value of its attribute.</param>
/// <param name="Channels">The last dimension of its result.</param>
internal sealed record SketchedNode(int Operator, int[] Sources, int Attribute, int Channels);

/// <summary>Makes small networks up.</summary>
internal static class NetworkSketch
{
    public static Gen<SketchedNode[]> Networks { get; } =
        Gen.Select(Gen.Int[0, 3], Gen.Int[-1, 1000].Array[1, 3], Gen.Int[0, 2], Gen.Int[1, 3], (kind, sources, attribute, channels) => new SketchedNode(kind, sources, attribute, channels))
            .Array[1, 14].Select(nodes => nodes.Select((node, i) => node with { Sources = [.. node.Sources.Select(s => s < 0 ? s : s % (i + 1))] }).ToArray());

    /// <summary>The network of <paramref name="nodes"/> under names that begin with <paramref name="prefix"/>, in another order for each <paramref name="seed"/>.</summary>
    public static NetworkGraph Build(SketchedNode[] nodes, string prefix = "t", int seed = 0)
    {
        NetworkTensor input = new(prefix, TensorKind.Input, ElementType.Float32, new TensorShape(1, 3));
        NetworkTensor[] results = [input, .. nodes.Select((node, i) => new NetworkTensor($"{prefix}{i}", TensorKind.Computed, ElementType.Float32, new TensorShape(1, node.Channels)))];
        var weight = new NetworkTensor($"{prefix}w", TensorKind.Constant, ElementType.Float32, new TensorShape(3));
        var operations = nodes.Select((node, i) => new NetworkNode
        {
            Name = $"{prefix}node{i}",
            Operator = $"Operator{node.Operator}",
            Attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { ["a"] = new AttributeValue.Integer(node.Attribute) },
            Inputs = [.. node.Sources.Select(s => s < 0 ? weight : results[s])],
            Outputs = [results[i + 1]],
        }).ToArray();
        return new NetworkGraph(prefix, 17, [input], [results[^1]], [.. Order(nodes, seed).Select(i => operations[i])], []);
    }

    private static List<int> Order(SketchedNode[] nodes, int seed)
    {
        var random = new Random(seed);
        var waiting = Enumerable.Range(0, nodes.Length).ToList();
        var order = new List<int>(nodes.Length);
        while (waiting.Count > 0)
        {
            int[] ready = [.. waiting.Where(i => nodes[i].Sources.All(s => s <= 0 || order.Contains(s - 1)))];
            int next = ready[random.Next(ready.Length)];
            order.Add(next);
            waiting.Remove(next);
        }

        return order;
    }
}
