namespace NarFormer.Graphs.Costs;

/// <summary>Operators that read only a part of their first input.</summary>
internal static class LookUp
{
    /// <summary>How many of the <paramref name="whole"/> bytes of its first input <paramref name="node"/> reads to give <paramref name="output"/> bytes.</summary>
    public static long BytesRead(NetworkNode node, long whole, long output) => node.Operator switch
    {
        "Gather" or "GatherElements" or "GatherND" or "Slice" => Math.Min(whole, output),
        "Shape" or "Size" => 0,
        _ => whole,
    };
}
