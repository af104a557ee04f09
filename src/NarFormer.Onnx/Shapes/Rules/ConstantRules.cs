using NarFormer.Graphs;
using NarFormer.Onnx.Reading;

namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>Operators whose output follows from attributes or shapes rather than from elements.</summary>
internal static class ConstantRules
{
    public static void Register(RuleTable table)
    {
        table.Add("Constant", Constant);
        table.Add("Shape", Shape);
        table.Add("Size", c => c.Set(0, ElementType.Int64, [], c.Input(0).Count is { } count ? [count] : null, c.Input(0).IsKnown));
        table.Add("ConstantOfShape", ConstantOfShape);
        table.Add("Range", Range);
        foreach (string name in new[] { "RandomNormal", "RandomUniform" })
            table.Add(name, c => c.Set(0, ElementTypes.Of(c.Node.Integer("dtype", 1)), c.Node.Integers("shape")));
        foreach (string name in new[] { "HannWindow", "HammingWindow", "BlackmanWindow" })
            table.Add(name, c => c.Set(0, ElementTypes.Of(c.Node.Integer("output_datatype", 1)), [c.Integers(0)[0]]));
        table.Add("DFT", DiscreteFourier);
        table.Add("STFT", ShortTimeFourier);
    }

    private static void Constant(RuleContext c)
    {
        var fact = c.Node.Attribute("value") is { T: { } tensor } ? TensorValues.Read(tensor, OnnxLimits.Default)
            : c.Node.Attribute("sparse_value") is { SparseTensor: { } sparse } ? new Fact { Type = ElementTypes.Of(sparse.Values?.DataType ?? 0), Shape = [.. sparse.Dims] }
            : c.Node.Attribute("value_float") is { } f ? Of(ElementType.Float32, [], [f.F])
            : c.Node.Attribute("value_int") is { } i ? Of(ElementType.Int64, [], [i.I])
            : c.Node.Attribute("value_floats") is { } fs ? Of(ElementType.Float32, [fs.Floats.Count], [.. fs.Floats.Select(v => (double)v)])
            : c.Node.Attribute("value_ints") is { } list ? Of(ElementType.Int64, [list.Ints.Count], [.. list.Ints.Select(v => (double)v)])
            : c.Node.Attribute("value_string") is not null ? Of(ElementType.String, [], null)
            : c.Node.Attribute("value_strings") is { } texts ? Of(ElementType.String, [texts.Strings.Count], null)
            : throw RuleContext.Contradiction("there is no value");
        c.Set(0, fact.Type, fact.Shape, fact.Values, constant: true);
    }

    private static Fact Of(ElementType type, long[] shape, double[]? values) => new() { Type = type, Shape = shape, Values = values };

    private static void Shape(RuleContext c)
    {
        if (c.Input(0).Shape is not { } shape) throw new UnresolvedException("the rank of input 0 is not known", contradiction: false);
        int start = Bound(c.Node.Integer("start", 0), shape.Length), end = Bound(c.Node.Integer("end", shape.Length), shape.Length);
        if (end < start) throw RuleContext.Contradiction($"dimensions {start} to {end}");
        long[] part = shape[start..end];
        bool known = !part.Contains(TensorShape.Unknown);
        c.Set(0, ElementType.Int64, [part.Length], known ? [.. part.Select(d => (double)d)] : null, known);
    }

    private static int Bound(long axis, int rank) => (int)Math.Clamp(axis < 0 ? axis + rank : axis, 0, rank);

    private static void ConstantOfShape(RuleContext c)
    {
        long[] shape = c.Integers(0);
        var value = c.Node.Attribute("value")?.T;
        var fact = value is null ? Of(ElementType.Float32, [1], [0]) : TensorValues.Read(value, OnnxLimits.Default);
        long count = shape.Aggregate(1L, (product, d) => product > TensorValues.Limit ? product : product * d);
        double[]? values = count is >= 0 and <= TensorValues.Limit && fact.Values is [var element] ? [.. Enumerable.Repeat(element, (int)count)] : null;
        c.Set(0, fact.Type, shape, values);
    }

    private static void Range(RuleContext c)
    {
        if (c.Input(0).Values is not [var start] || c.Input(1).Values is not [var limit] || c.Input(2).Values is not [var delta])
            throw new UnresolvedException("the bounds depend on the network's input", contradiction: false);
        if (delta == 0) throw RuleContext.Contradiction("a step of 0");
        long count = Math.Max(0, (long)Math.Ceiling((limit - start) / delta));
        c.Set(0, c.Type(0), [count], count <= TensorValues.Limit ? [.. Enumerable.Range(0, (int)count).Select(i => start + i * delta)] : null);
    }

    private static void DiscreteFourier(RuleContext c)
    {
        long[] shape = [.. c.Shape(0)];
        int axis = RuleContext.Axis(c.Has(2) ? c.Integers(2)[0] : c.Node.Integer("axis", -2), shape.Length);
        if (c.Has(1)) shape[axis] = c.Integers(1)[0];
        if (c.Node.Integer("onesided", 0) != 0) shape[axis] = shape[axis] / 2 + 1;
        shape[^1] = 2;
        c.Set(0, c.Type(0), shape);
    }

    private static void ShortTimeFourier(RuleContext c)
    {
        long[] signal = c.Shape(0);
        long step = c.Integers(1)[0], frame = c.Has(3) ? c.Integers(3)[0] : c.Shape(2)[0];
        if (step <= 0) throw RuleContext.Contradiction($"a step of {step}");
        long bins = c.Node.Integer("onesided", 1) != 0 ? frame / 2 + 1 : frame;
        c.Set(0, c.Type(0), [signal[0], (signal[1] - frame) / step + 1, bins, 2]);
    }
}
