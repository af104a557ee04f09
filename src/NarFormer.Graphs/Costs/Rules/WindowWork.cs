namespace NarFormer.Graphs.Costs.Rules;

/// <summary>Work over windows of an image.</summary>
internal static class WindowWork
{
    /// <summary>Pooling: one FLOP for each element of each window, which has <c>kernel_shape</c>.</summary>
    public static Work Pooling(NetworkNode node)
    {
        long window = 1;
        foreach (long size in node.Integers("kernel_shape")) window = Saturating.Product(window, Math.Max(1, size));
        return new Work(0, Saturating.Product(window, node.OutputElements()));
    }

    /// <summary>Local response normalisation: the squares of <c>size</c> channels are added, then 4 FLOPs for each element.</summary>
    public static Work LocalResponse(NetworkNode node) =>
        new(0, Saturating.Product(Saturating.Sum(4, Math.Max(0, node.Integer("size", 1))), node.OutputElements()));

    /// <summary>
    /// Resizing: 2 FLOPs for each neighbour that an output element is mixed from; two (linear) or four (cubic) to each
    /// resized dimension, none for <c>nearest</c>.
    /// </summary>
    public static Work Resize(NetworkNode node)
    {
        int reach = node.Text("mode", "nearest") switch { "linear" or "bilinear" => 2, "cubic" => 4, _ => 0 };
        var from = node.InputDimensions(0);
        var to = node.OutputDimensions(0);
        if (reach == 0 || from.Length != to.Length) return default;
        long neighbours = 1;
        for (int i = 0; i < to.Length; i++)
        {
            if (from[i] != to[i]) neighbours = Saturating.Product(neighbours, reach);
        }

        return neighbours == 1 ? default : new Work(0, Saturating.Product(2, neighbours, node.OutputElements()));
    }

    /// <summary>Sampling at given places: 2 FLOPs for each neighbour, as in <see cref="Resize"/>, over the grid's dimensions.</summary>
    public static Work GridSample(NetworkNode node)
    {
        int reach = node.Text("mode", "linear") switch { "linear" or "bilinear" => 2, "cubic" or "bicubic" => 4, _ => 0 };
        long neighbours = reach == 0 || node.InputDimensions(1) is not [.., var dimensions] ? 0 : (long)Math.Pow(reach, Math.Min(dimensions, 3));
        return new Work(0, Saturating.Product(2, neighbours, node.OutputElements()));
    }

    /// <summary>Region pooling: 8 FLOPs for each sampled place, <c>sampling_ratio²</c> to an output element (at least one).</summary>
    public static Work RegionAlign(NetworkNode node)
    {
        long ratio = Math.Max(1, node.Integer("sampling_ratio", 1));
        return new Work(0, Saturating.Product(Saturating.Product(ratio, ratio), 8, node.OutputElements()));
    }
}
