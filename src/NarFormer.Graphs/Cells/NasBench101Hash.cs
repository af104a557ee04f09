using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NarFormer.Graphs.Cells;

/// <summary>
/// The official name of a cell of NAS-Bench-101: labels of nodes by MD5, refined by those of their neighbours as often as there are
/// nodes. Equal graphs have equal names, whatever the order of their nodes.
/// </summary>
public static class NasBench101Hash
{
    /// <summary>The hash of <paramref name="cell"/> without what lies on no way from input to output, 32 hexadecimal digits.</summary>
    /// <exception cref="ArgumentException">
    /// The cell has an operation that the space does not have, and the message names it, or no way from input to output.
    /// </exception>
    public static string Of(CellArchitecture cell)
    {
        cell = cell.Without();
        if (cell.Edges.Count == 0) throw new ArgumentException("no way leads from input to output", nameof(cell));
        int nodes = cell.Operations.Count;
        var before = new List<int>[nodes];
        var after = new List<int>[nodes];
        for (int n = 0; n < nodes; n++) (before[n], after[n]) = ([], []);
        foreach (var (source, target) in cell.Edges)
        {
            before[target].Add(source);
            after[source].Add(target);
        }

        string[] labels = new string[nodes];
        for (int n = 0; n < nodes; n++) labels[n] = Md5(string.Create(CultureInfo.InvariantCulture, $"({after[n].Count}, {before[n].Count}, {NumberOf(cell.Operations[n])})"));
        for (int round = 0; round < nodes; round++)
        {
            string[] refined = new string[nodes];
            for (int n = 0; n < nodes; n++) refined[n] = Md5($"{Joined(before[n], labels)}|{Joined(after[n], labels)}|{labels[n]}");
            labels = refined;
        }

        Array.Sort(labels, StringComparer.Ordinal);
        return Md5($"['{string.Join("', '", labels)}']");
    }

    private static int NumberOf(string operation)
    {
        if (operation == CellSpace.Input) return -1;
        if (operation == CellSpace.Output) return -2;
        for (int i = 0; i < NasBench101.Operations.Count; i++)
        {
            if (NasBench101.Operations[i] == operation) return i;
        }

        throw new ArgumentException($"NAS-Bench-101 has no operation '{operation}'", nameof(operation));
    }

    private static string Joined(List<int> nodes, string[] labels)
    {
        if (nodes.Count == 0) return "";
        if (nodes.Count == 1) return labels[nodes[0]];
        string[] some = new string[nodes.Count];
        for (int i = 0; i < some.Length; i++) some[i] = labels[nodes[i]];
        Array.Sort(some, StringComparer.Ordinal);
        return string.Concat(some);
    }

    private static string Md5(string text)
    {
        Span<byte> bytes = stackalloc byte[512], hash = stackalloc byte[MD5.HashSizeInBytes];
        if (text.Length > bytes.Length) bytes = new byte[text.Length];
#pragma warning disable CA5351 // The space names its cells so; nothing is kept secret by it.
        MD5.HashData(bytes[..Encoding.ASCII.GetBytes(text, bytes)], hash);
#pragma warning restore CA5351
        return Convert.ToHexStringLower(hash);
    }
}
