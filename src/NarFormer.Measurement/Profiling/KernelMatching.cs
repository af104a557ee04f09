using System.Text.RegularExpressions;
using NarFormer.Graphs;
using NarFormer.Onnx.Schema;

namespace NarFormer.Measurement.Profiling;

/// <summary>
/// Finds which operations of a network each kernel of its profile took the place of. Every operation goes to one kernel:
/// <list type="number">
/// <item>one whose output the kernel gives under the same name, or whose name the kernel bears, with that of a fusion after it or not: it is the
/// kernel's own; but kernels that only move values, as the runtime adds them around others, own nothing but operations of their kind;</item>
/// <item>an addition or activation that a convolution in blocked layout or a matrix product took in: the one that reads its own operation;</item>
/// <item>any other goes with the first kernel that reads it: parts of a fused pattern, and what the optimiser took away;</item>
/// <item>one that no kernel reads goes with what it reads.</item>
/// </list>
/// </summary>
public sealed partial class KernelMatching
{
    private const int None = -1;
    private const int AddedInput = 3;
    private const string BlockedDomain = "com.microsoft.nchwc";
    private const string BlockedSuffix = "_nchwc";
    private const string MatrixProductWithAddition = "MatMulAddFusion";

    private static readonly HashSet<string> Additions = new(StringComparer.Ordinal) { "Add", "Sum" };
    private static readonly HashSet<string> Activations = new(StringComparer.Ordinal) { "Relu", "Sigmoid", "Tanh", "LeakyRelu", "Clip", "HardSigmoid", "HardSwish" };

    private static readonly HashSet<string> Moves = new(StringComparer.Ordinal) { "ReorderInput", "ReorderOutput", "Reshape", "Transpose" };

    private readonly NetworkGraph _network;
    private readonly int[] _kernels; // of each operation
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _makers = new(StringComparer.Ordinal);
    private readonly List<int>[] _readers;

    private KernelMatching(NetworkGraph network)
    {
        _network = network;
        _kernels = new int[network.Nodes.Count];
        Array.Fill(_kernels, None);
        _readers = [.. network.Nodes.Select(_ => new List<int>())];
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            _byName.TryAdd(network.Nodes[i].Name, i);
            foreach (var output in network.Nodes[i].Outputs.OfType<NetworkTensor>()) _makers[output.Name] = i;
        }

        foreach (var edge in network.Edges) _readers[edge.Source].Add(edge.Target);
    }

    /// <summary>The kernels with their operations, in the order of <paramref name="profile"/>.</summary>
    /// <param name="network">The network before optimisation.</param>
    /// <param name="profile">The same as the runtime ran it.</param>
    public static IReadOnlyList<KernelGroup> Of(NetworkGraph network, ProfiledNetwork profile)
    {
        var matching = new KernelMatching(network);
        var nodes = profile.Optimized.Graph.Node.ToLookup(n => n.Name, StringComparer.Ordinal);
        for (int k = 0; k < profile.Kernels.Count; k++) matching.TakeOwn(k, profile.Kernels[k], nodes[profile.Kernels[k].Node].FirstOrDefault());
        matching.TakeRest();
        var taken = matching._kernels.Index().ToLookup(n => n.Item, n => n.Index);
        return [.. profile.Kernels.Select((kernel, k) => new KernelGroup(kernel, [.. taken[k]]))];
    }

    private void TakeOwn(int kernel, KernelTime time, NodeProto? node)
    {
        foreach (string output in node?.Output ?? [])
        {
            if (_makers.TryGetValue(output, out int maker) && (!Moves.Contains(time.Operator) || _network.Nodes[maker].Operator == time.Operator)) Take(kernel, maker);
        }

        TakeNamed(kernel, time.Node);
        if (node is { Domain: BlockedDomain }) TakeBlocked(kernel, node);
    }

    private void TakeNamed(int kernel, string name)
    {
        if (_byName.TryGetValue(name, out int own)) Take(kernel, own);
        else if (FusionName().Match(name) is { Success: true } fused)
        {
            TakeNamed(kernel, fused.Groups["node"].Value);
            if (fused.Groups["fusion"].Value == MatrixProductWithAddition && _byName.TryGetValue(fused.Groups["node"].Value, out own)) TakeReader(kernel, own, Additions);
        }
    }

    private void TakeBlocked(int kernel, NodeProto node)
    {
        int suffix = node.Name.LastIndexOf(BlockedSuffix, StringComparison.Ordinal);
        if (suffix < 0 || !_makers.TryGetValue(node.Name[..suffix], out int last)) return;
        Take(kernel, last);
        if (node.OpType != "Conv" || Activations.Contains(_network.Nodes[last].Operator)) return;
        if (node.Input.Count > AddedInput && node.Input[AddedInput].Length > 0) last = TakeReader(kernel, last, Additions);
        if (last != None && node.Attribute.Any(a => a.Name == "activation")) TakeReader(kernel, last, Activations);
    }

    private int TakeReader(int kernel, int node, HashSet<string> operators)
    {
        int reader = _readers[node].FirstOrDefault(r => _kernels[r] == None && operators.Contains(_network.Nodes[r].Operator), None);
        Take(kernel, reader);
        return reader;
    }

    private void TakeRest()
    {
        for (int node = _kernels.Length - 1; node >= 0; node--)
        {
            if (_kernels[node] == None) _kernels[node] = _readers[node].Select(r => _kernels[r]).Where(k => k != None).DefaultIfEmpty(None).Min();
        }

        foreach (var edge in _network.Edges)
        {
            if (_kernels[edge.Target] == None) _kernels[edge.Target] = _kernels[edge.Source];
        }
    }

    private void Take(int kernel, int node)
    {
        if (node != None && _kernels[node] == None) _kernels[node] = kernel;
    }

    [GeneratedRegex(@"^(?<node>.+)/(?<fusion>\w*Fusion\w*)/?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FusionName();
}
