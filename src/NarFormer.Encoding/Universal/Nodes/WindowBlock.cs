namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>
/// Kernel, stride, dilation and padding of each spatial axis. Axes are aligned at the last: width, height, depth. All
/// zero for a node without a window.
/// </summary>
internal sealed class WindowBlock : IFeatureBlock<NodeView>
{
    private static readonly string[] Axes = ["width", "height", "depth"];

    public IReadOnlyList<string> Names { get; } =
    [
        "window.present",
        .. Axes.SelectMany(a => new[] { $"window.{a}.kernel", $"window.{a}.stride", $"window.{a}.dilation", $"window.{a}.padBegin", $"window.{a}.padEnd" }),
        "window.area",
        "window.kernel.1", "window.kernel.3", "window.kernel.5", "window.kernel.7", "window.kernel.other",
        "window.square", "window.stride.1", "window.stride.2", "window.stride.other",
        "window.dilated", "window.padded", "window.autoPad", "window.ceil",
    ];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var node = subject.Node;
        var kernel = Kernel(subject);
        if (kernel.Count == 0)
        {
            row.Skip(Names.Count);
            return;
        }

        row.Add(true);
        var strides = node.Integers("strides");
        var dilations = node.Integers("dilations");
        var pads = node.Integers("pads");
        for (int axis = 0; axis < Axes.Length; axis++)
        {
            int i = kernel.Count - 1 - axis;
            bool present = i >= 0;
            row.Add(present ? LogScale.Small(kernel[i]) : 0);
            row.Add(present ? LogScale.Small(At(strides, i, 1)) : 0);
            row.Add(present ? LogScale.Small(At(dilations, i, 1)) : 0);
            row.Add(present ? LogScale.Small(At(pads, i, 0)) : 0);
            row.Add(present ? LogScale.Small(At(pads, i + kernel.Count, 0)) : 0);
        }

        long largest = kernel.Max();
        long area = kernel.Aggregate(1L, (a, k) => a * k);
        long stride = strides.Count > 0 ? strides.Max() : 1;
        row.Add(LogScale.Small(area));
        row.AddOneHot(largest switch { 1 => 0, 3 => 1, 5 => 2, 7 => 3, _ => 4 }, 5);
        row.Add(kernel.All(k => k == largest));
        row.AddOneHot(stride switch { 1 => 0, 2 => 1, _ => 2 }, 3);
        row.Add(dilations.Any(d => d > 1));
        row.Add(pads.Any(p => p > 0));
        row.Add(node.Text("auto_pad", "NOTSET").StartsWith("SAME", StringComparison.Ordinal));
        row.Add(node.Integer("ceil_mode", 0) != 0);
    }

    private static IReadOnlyList<long> Kernel(NodeView subject)
    {
        var stated = subject.Node.Integers("kernel_shape");
        if (stated.Count > 0) return stated;
        if (!subject.IsConvolution) return [];
        int weight = subject.Node.Operator == "QLinearConv" ? 3 : 1;
        var shape = weight < subject.Node.Inputs.Count ? subject.Node.Inputs[weight]?.Shape : null;
        return shape is { Rank: > 2 } ? [.. shape.Dimensions.Skip(2)] : [];
    }

    private static long At(IReadOnlyList<long> values, int index, long fallback) => index < values.Count ? values[index] : fallback;
}
