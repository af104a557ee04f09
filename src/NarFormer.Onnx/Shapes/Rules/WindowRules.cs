using NarFormer.Graphs;

namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>Convolutions and pooling: windows that move over the spatial dimensions.</summary>
internal static class WindowRules
{
    public static void Register(RuleTable table)
    {
        table.Add("Conv", c => Convolution(c, 1, c.Type(0)));
        table.Add("ConvInteger", c => Convolution(c, 1, ElementType.Int32));
        table.Add("QLinearConv", c => Convolution(c, 3, c.Type(7)));
        table.Add(RuleTable.Contrib, "FusedConv", c => Convolution(c, 1, c.Type(0)));
        table.Add("DeformConv", c => Convolution(c, 1, c.Type(0)));
        table.Add("ConvTranspose", Transposed);
        foreach (string name in new[] { "MaxPool", "AveragePool", "LpPool" }) table.Add(name, Pool);
        table.Add(RuleTable.Contrib, "QLinearAveragePool", Pool);
        foreach (string name in new[] { "GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool" }) table.Add(name, GlobalPool);
        table.Add(RuleTable.Contrib, "QLinearGlobalAveragePool", GlobalPool);
        table.Add("MaxRoiPool", c => c.Set(0, c.Type(0), [c.Shape(1)[0], c.Shape(0)[1], .. Pair(c, "pooled_shape")]));
        table.Add("RoiAlign", c => c.Set(0, c.Type(0), [c.Shape(1)[0], c.Shape(0)[1], c.Node.Integer("output_height", 1), c.Node.Integer("output_width", 1)]));
        table.Add("MaxUnpool", Unpool);
    }

    private static long[] Pair(RuleContext c, string attribute) => c.Node.Integers(attribute) ?? throw RuleContext.Contradiction($"attribute '{attribute}' is missing");

    private static void Convolution(RuleContext c, int weightInput, ElementType type)
    {
        long[] x = c.Shape(0), w = c.Shape(weightInput);
        if (x.Length < 3 || w.Length != x.Length) throw RuleContext.Contradiction($"data of rank {x.Length} and weights of rank {w.Length}");
        if (w[1] * c.Node.Integer("group", 1) != x[1]) throw RuleContext.Contradiction($"{x[1]} channels where the weights expect {w[1] * c.Node.Integer("group", 1)}");
        long[] kernel = c.Node.Integers("kernel_shape") is { Length: > 0 } stated ? stated : w[2..];
        c.Set(0, type, [x[0], w[0], .. Windows(c, x[2..], kernel)]);
    }

    private static void Pool(RuleContext c)
    {
        long[] x = c.Shape(0);
        long[] shape = [x[0], x[1], .. Windows(c, x[2..], c.Node.Integers("kernel_shape") ?? throw RuleContext.Contradiction("attribute 'kernel_shape' is missing"))];
        c.Set(0, c.Type(0), shape);
        c.Set(1, ElementType.Int64, shape);
    }

    private static void GlobalPool(RuleContext c) => c.Set(0, c.Type(0), [.. c.Shape(0).Select((d, i) => i < 2 ? d : 1)]);

    private static long[] Windows(RuleContext c, long[] sizes, long[] kernel)
    {
        int n = sizes.Length;
        long[] strides = Spatial(c, "strides", n), dilations = Spatial(c, "dilations", n);
        long[] pads = c.Node.Integers("pads") is { Length: > 0 } stated ? stated : new long[2 * n];
        string automatic = c.Node.Text("auto_pad", "NOTSET");
        bool ceiling = c.Node.Integer("ceil_mode", 0) != 0;
        if (kernel.Length != n || pads.Length != 2 * n) throw RuleContext.Contradiction($"kernel or padding do not fit {n} spatial dimensions");
        var windows = new long[n];
        for (int i = 0; i < n; i++)
        {
            if (strides[i] <= 0) throw RuleContext.Contradiction($"stride {strides[i]}");
            long extent = dilations[i] * (kernel[i] - 1) + 1;
            if (automatic is "SAME_UPPER" or "SAME_LOWER")
            {
                windows[i] = (sizes[i] + strides[i] - 1) / strides[i];
                continue;
            }

            long free = sizes[i] + (automatic == "VALID" ? 0 : pads[i] + pads[i + n]) - extent;
            if (free < 0) throw RuleContext.Contradiction($"a window of {extent} does not fit {sizes[i]}");
            windows[i] = (ceiling ? (free + strides[i] - 1) / strides[i] : free / strides[i]) + 1;
            // A window that begins in the padding after the data does not count.
            if (ceiling && (windows[i] - 1) * strides[i] >= sizes[i] + pads[i]) windows[i]--;
        }

        return windows;
    }

    private static void Transposed(RuleContext c)
    {
        long[] x = c.Shape(0), w = c.Shape(1);
        int n = x.Length - 2;
        long group = c.Node.Integer("group", 1);
        if (c.Node.Integers("output_shape") is { Length: > 0 } given)
        {
            c.Set(0, c.Type(0), [x[0], w[1] * group, .. given[^n..]]);
            return;
        }

        long[] strides = Spatial(c, "strides", n), dilations = Spatial(c, "dilations", n);
        long[] kernel = c.Node.Integers("kernel_shape") is { Length: > 0 } stated ? stated : w[2..];
        long[] pads = c.Node.Integers("pads") is { Length: > 0 } padded ? padded : new long[2 * n];
        long[] extra = c.Node.Integers("output_padding") is { Length: > 0 } added ? added : new long[n];
        bool same = c.Node.Text("auto_pad", "NOTSET") is "SAME_UPPER" or "SAME_LOWER";
        var sizes = new long[n];
        for (int i = 0; i < n; i++)
            sizes[i] = same ? x[i + 2] * strides[i] : strides[i] * (x[i + 2] - 1) + extra[i] + dilations[i] * (kernel[i] - 1) + 1 - pads[i] - pads[i + n];
        c.Set(0, c.Type(0), [x[0], w[1] * group, .. sizes]);
    }

    private static void Unpool(RuleContext c)
    {
        if (c.Has(2))
        {
            c.Set(0, c.Type(0), c.Integers(2));
            return;
        }

        long[] x = c.Shape(0), kernel = Pair(c, "kernel_shape");
        int n = x.Length - 2;
        long[] strides = Spatial(c, "strides", n), pads = c.Node.Integers("pads") ?? new long[2 * n];
        c.Set(0, c.Type(0), [x[0], x[1], .. Enumerable.Range(0, n).Select(i => (x[i + 2] - 1) * strides[i] - pads[i] - pads[i + n] + kernel[i])]);
    }

    private static long[] Spatial(RuleContext c, string attribute, int rank)
    {
        long[] values = c.Node.Integers(attribute) is { Length: > 0 } stated ? stated : [.. Enumerable.Repeat(1L, rank)];
        return values.Length == rank ? values : throw RuleContext.Contradiction($"attribute '{attribute}' has {values.Length} values for {rank} spatial dimensions");
    }
}
