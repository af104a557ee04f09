namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>Operators that move elements.</summary>
internal static class LayoutRules
{
    public static void Register(RuleTable table)
    {
        table.Add("Reshape", Reshape);
        table.Add("Flatten", Flatten);
        table.Add("Transpose", Transpose);
        table.Add("Concat", Concat);
        table.Add("Split", Split);
        table.Add("Slice", c => Slices.Apply(c));
        table.Add("Squeeze", Squeeze);
        table.Add("Unsqueeze", Unsqueeze);
        table.Add("Expand", c => c.Set(0, c.Type(0), Broadcasting.Of(c.Shape(0), c.Integers(1))));
        table.Add("Tile", c => c.Set(0, c.Type(0), [.. c.Shape(0).Zip(c.Integers(1), (d, r) => d * r)]));
        table.Add("Pad", Pad);
        table.Add("Gather", Gather);
        table.Add("GatherElements", c => c.Set(0, c.Type(0), c.Shape(1)));
        table.Add("GatherND", GatherNd);
        table.Add("DepthToSpace", c => Blocks(c, toSpace: true));
        table.Add("SpaceToDepth", c => Blocks(c, toSpace: false));
        table.Add("Upsample", Upsample);
        table.Add("Resize", Resize);
        table.Add("GridSample", c => c.Set(0, c.Type(0), [.. c.Shape(0)[..2], .. c.Shape(1)[1..^1]]));
        table.Add("AffineGrid", c => c.Set(0, c.Type(0), c.Integers(1) is [var n, _, var h, var w] ? [n, h, w, 2] : [c.Integers(1)[0], .. c.Integers(1)[2..], 3]));
        table.Add("CenterCropPad", CenterCropPad);
        table.Add(RuleTable.Contrib, "EmbedLayerNormalization", c => c.Set(0, c.Type(2), [.. c.Shape(0), c.Shape(2)[^1]]));
    }

    private static void Reshape(RuleContext c)
    {
        long[] target = c.AttributeOrInput("shape", 1) ?? throw RuleContext.Contradiction("there is no target shape");
        long[] from = c.Shape(0);
        if (c.Batch is { } batch && target.Length > 0 && target[0] == batch.From && batch.From > 0 && from.Length > 0 && from[0] == batch.To) target = [batch.To, .. target[1..]];
        bool keepZero = c.Node.Integer("allowzero", 0) != 0;
        long[] shape = [.. target.Select((d, i) => d == 0 && !keepZero ? (i < from.Length ? from[i] : throw RuleContext.Contradiction($"dimension {i} is copied from a tensor of rank {from.Length}")) : d)];
        long count = c.Input(0).Count ?? throw RuleContext.Contradiction("the tensor is too large");
        int open = Array.IndexOf(shape, -1);
        long known = shape.Where(d => d != -1).Aggregate(1L, (product, d) => product * d);
        if (open >= 0) shape[open] = known > 0 && count % known == 0 ? count / known : known == 0 ? 0 : throw RuleContext.Contradiction($"{count} elements do not divide by {known}");
        else if (known != count) throw RuleContext.Contradiction($"{count} elements do not fit {string.Join('x', shape)}");
        c.Set(0, c.Type(0), shape);
    }

    private static void Flatten(RuleContext c)
    {
        long[] shape = c.Shape(0);
        long axis = c.Node.Integer("axis", 1);
        int split = axis == shape.Length ? shape.Length : RuleContext.Axis(axis, Math.Max(1, shape.Length));
        split = Math.Min(split, shape.Length);
        c.Set(0, c.Type(0), [shape[..split].Aggregate(1L, (p, d) => p * d), shape[split..].Aggregate(1L, (p, d) => p * d)]);
    }

    private static void Transpose(RuleContext c)
    {
        long[] shape = c.Shape(0);
        long[] order = c.Node.Integers("perm") is { Length: > 0 } stated ? stated : [.. Enumerable.Range(0, shape.Length).Reverse().Select(i => (long)i)];
        if (order.Length != shape.Length) throw RuleContext.Contradiction($"{order.Length} axes for a tensor of rank {shape.Length}");
        c.Set(0, c.Type(0), [.. order.Select(axis => shape[RuleContext.Axis(axis, shape.Length)])]);
    }

    private static void Concat(RuleContext c)
    {
        long[] shape = [.. c.Shape(0)];
        int axis = RuleContext.Axis(c.Node.Integer("axis", 1), shape.Length);
        for (int i = 1; i < c.InputCount; i++)
        {
            long[] part = c.Shape(i);
            if (part.Length != shape.Length || part.Where((d, k) => k != axis && d != shape[k]).Any())
                throw RuleContext.Contradiction($"shapes [{string.Join(',', shape)}] and [{string.Join(',', part)}] do not join along axis {axis}");
            shape[axis] += part[axis];
        }

        c.Set(0, c.Type(0), shape);
    }

    private static void Split(RuleContext c)
    {
        long[] shape = c.Shape(0);
        int axis = RuleContext.Axis(c.Node.Integer("axis", 0), shape.Length), parts = c.Node.Outputs.Length;
        long[]? sizes = c.AttributeOrInput("split", 1);
        if (sizes is null)
        {
            long size = (shape[axis] + parts - 1) / parts;
            sizes = [.. Enumerable.Range(0, parts).Select(i => Math.Min(size, shape[axis] - size * i))];
        }

        if (sizes.Length != parts || sizes.Sum() != shape[axis]) throw RuleContext.Contradiction($"parts of {string.Join(", ", sizes)} for {parts} outputs do not make up {shape[axis]}");
        for (int i = 0; i < parts; i++) c.Set(i, c.Type(0), [.. shape.Select((d, k) => k == axis ? sizes[i] : d)]);
    }

    private static void Squeeze(RuleContext c)
    {
        long[] shape = c.Shape(0);
        int[] axes = c.AttributeOrInput("axes", 1) is { } stated
            ? [.. stated.Select(a => RuleContext.Axis(a, shape.Length))]
            : [.. shape.Index().Where(d => d.Item == 1).Select(d => d.Index)];
        if (axes.FirstOrDefault(a => shape[a] != 1, -1) is >= 0 and var wrong) throw RuleContext.Contradiction($"axis {wrong} has {shape[wrong]} elements and cannot be squeezed");
        c.Set(0, c.Type(0), [.. shape.Where((_, i) => !axes.Contains(i))]);
    }

    private static void Unsqueeze(RuleContext c)
    {
        long[] axes = c.AttributeOrInput("axes", 1) ?? throw RuleContext.Contradiction("there are no axes");
        long[] shape = c.Shape(0);
        int rank = shape.Length + axes.Length;
        HashSet<int> added = [.. axes.Select(a => RuleContext.Axis(a, rank))];
        if (added.Count != axes.Length) throw RuleContext.Contradiction("an axis is named twice");
        int next = 0;
        c.Set(0, c.Type(0), [.. Enumerable.Range(0, rank).Select(i => added.Contains(i) ? 1 : shape[next++])]);
    }

    private static void Pad(RuleContext c)
    {
        long[] shape = c.Shape(0);
        long[] pads = c.AttributeOrInput("pads", 1) ?? c.Node.Integers("paddings") ?? throw RuleContext.Contradiction("there are no pads");
        int[] axes = c.Has(3) ? [.. c.Integers(3).Select(a => RuleContext.Axis(a, shape.Length))] : [.. Enumerable.Range(0, shape.Length)];
        if (pads.Length != 2 * axes.Length) throw RuleContext.Contradiction($"{pads.Length} pads for {axes.Length} axes");
        long[] padded = [.. shape];
        for (int i = 0; i < axes.Length; i++) padded[axes[i]] += pads[i] + pads[i + axes.Length];
        c.Set(0, c.Type(0), padded);
    }

    private static void Gather(RuleContext c)
    {
        long[] data = c.Shape(0), indices = c.Shape(1);
        int axis = RuleContext.Axis(c.Node.Integer("axis", 0), data.Length);
        c.Set(0, c.Type(0), [.. data[..axis], .. indices, .. data[(axis + 1)..]]);
    }

    private static void GatherNd(RuleContext c)
    {
        long[] data = c.Shape(0), indices = c.Shape(1);
        int batch = (int)c.Node.Integer("batch_dims", 0);
        c.Set(0, c.Type(0), [.. indices[..^1], .. data[(batch + (int)indices[^1])..]]);
    }

    private static void Blocks(RuleContext c, bool toSpace)
    {
        long[] x = c.Shape(0);
        long block = c.Node.Integer("blocksize", 0);
        if (block <= 0 || x.Length != 4) throw RuleContext.Contradiction($"block size {block} for a tensor of rank {x.Length}");
        c.Set(0, c.Type(0), toSpace ? [x[0], x[1] / (block * block), x[2] * block, x[3] * block] : [x[0], x[1] * block * block, x[2] / block, x[3] / block]);
    }

    private static void Upsample(RuleContext c)
    {
        long[] shape = c.Shape(0);
        double[] scales = c.Node.Attribute("scales") is { } stated ? [.. stated.Floats.Select(f => (double)f)] : c.Has(1) ? c.Input(1).Values ?? [] : [];
        if (scales.Length != shape.Length) throw RuleContext.Contradiction($"{scales.Length} scales for a tensor of rank {shape.Length}");
        c.Set(0, c.Type(0), Scaled(shape, scales));
    }

    private static void Resize(RuleContext c)
    {
        long[] shape = c.Shape(0);
        int scalesInput = c.InputCount == 2 ? 1 : 2;
        int[] axes = c.Node.Integers("axes") is { } stated ? [.. stated.Select(a => RuleContext.Axis(a, shape.Length))] : [.. Enumerable.Range(0, shape.Length)];
        long[] result = [.. shape];
        if (c.Has(3))
        {
            long[] sizes = c.Integers(3);
            if (sizes.Length != axes.Length) throw RuleContext.Contradiction($"{sizes.Length} sizes for {axes.Length} axes");
            for (int i = 0; i < axes.Length; i++) result[axes[i]] = sizes[i];
        }
        else
        {
            double[] scales = c.Input(scalesInput).Values ?? throw new UnresolvedException("the scales depend on the network's input", contradiction: false);
            if (scales.Length != axes.Length) throw RuleContext.Contradiction($"{scales.Length} scales for {axes.Length} axes");
            for (int i = 0; i < axes.Length; i++) result[axes[i]] = (long)Math.Floor(shape[axes[i]] * scales[i] + 1e-6);
        }

        c.Set(0, c.Type(0), result);
    }

    private static long[] Scaled(long[] shape, double[] scales) => [.. shape.Zip(scales, (d, s) => (long)Math.Floor(d * s + 1e-6))];

    private static void CenterCropPad(RuleContext c)
    {
        long[] shape = [.. c.Shape(0)], target = c.Integers(1);
        long[] axes = c.Node.Integers("axes") ?? [.. Enumerable.Range(0, shape.Length).Select(i => (long)i)];
        for (int i = 0; i < axes.Length; i++) shape[RuleContext.Axis(axes[i], shape.Length)] = target[i];
        c.Set(0, c.Type(0), shape);
    }
}
