using NarFormer.Graphs;
using NarFormer.Onnx.Reading;
using NarFormer.Onnx.Shapes;
using NarFormer.Onnx.Shapes.Rules;

namespace NarFormer.Onnx.Folding;

/// <summary>Computes small constants, so that shape arithmetic does not stay in the graph.</summary>
internal static class FoldedValues
{
    /// <summary>The elements of output <paramref name="index"/> of a node whose inputs all have values, or <see langword="null"/> if they are not followed.</summary>
    public static double[]? Of(RuleContext c, int index, Fact output)
    {
        if (output.Count is not (>= 0 and <= TensorValues.Limit) || c.Node.Domain.Length > 0) return null;
        for (int i = 0; i < c.InputCount; i++)
        {
            if (c.Has(i) && c.Input(i).Values is null) return null;
        }

        return c.Node.Operator switch
        {
            "Identity" or "Reshape" or "Squeeze" or "Unsqueeze" or "Flatten" => c.Input(0).Values,
            "Cast" => Cast(c.Input(0).Values!, output.Type),
            "Gather" => Gather(c, output),
            "Slice" => Slice(c, output),
            "Concat" => Concat(c, output),
            "Split" => index == 0 || c.Shape(0).Length == 1 ? SplitPart(c, index) : null,
            "Transpose" => Transpose(c, output),
            "Expand" => Elementwise(output, [c.Input(0)], v => v[0]),
            "Where" => Elementwise(output, [c.Input(0), c.Input(1), c.Input(2)], v => v[0] != 0 ? v[1] : v[2]),
            "ReduceProd" or "ReduceSum" or "ReduceMax" or "ReduceMin" => Reduce(c, output),
            _ => Arithmetic(c, output),
        };
    }

    private static double[]? Arithmetic(RuleContext c, Fact output)
    {
        bool integer = output.Type is ElementType.Int64 or ElementType.Int32;
        Func<double, double, double>? binary = c.Node.Operator switch
        {
            "Add" or "Sum" => (a, b) => a + b,
            "Sub" => (a, b) => a - b,
            "Mul" => (a, b) => a * b,
            "Div" => integer ? (a, b) => b == 0 ? 0 : Math.Truncate(a / b) : (a, b) => a / b,
            "Mod" => (a, b) => b == 0 ? 0 : a - b * Math.Floor(a / b),
            "Pow" => Math.Pow,
            "Max" => Math.Max,
            "Min" => Math.Min,
            "Equal" => (a, b) => a == b ? 1 : 0,
            "Less" => (a, b) => a < b ? 1 : 0,
            "LessOrEqual" => (a, b) => a <= b ? 1 : 0,
            "Greater" => (a, b) => a > b ? 1 : 0,
            "GreaterOrEqual" => (a, b) => a >= b ? 1 : 0,
            "And" => (a, b) => a != 0 && b != 0 ? 1 : 0,
            "Or" => (a, b) => a != 0 || b != 0 ? 1 : 0,
            _ => null,
        };
        if (binary is not null) return c.InputCount == 2 ? Elementwise(output, [c.Input(0), c.Input(1)], v => binary(v[0], v[1])) : null;
        Func<double, double>? unary = c.Node.Operator switch
        {
            "Neg" => a => -a,
            "Abs" => Math.Abs,
            "Floor" => Math.Floor,
            "Ceil" => Math.Ceiling,
            "Round" => Math.Round,
            "Sqrt" => Math.Sqrt,
            "Not" => a => a == 0 ? 1 : 0,
            _ => null,
        };
        return unary is null ? null : [.. c.Input(0).Values!.Select(unary)];
    }

    /// <summary>The elements as <paramref name="type"/> holds them.</summary>
    public static double[] Cast(double[] values, ElementType type) => type switch
    {
        ElementType.Float32 or ElementType.Float64 or ElementType.Float16 or ElementType.BFloat16 => values,
        ElementType.Bool => [.. values.Select(v => v != 0 ? 1.0 : 0)],
        _ => [.. values.Select(Math.Truncate)],
    };

    private static double[] Elementwise(Fact output, Fact[] operands, Func<double[], double> compute)
    {
        long[] shape = output.Shape!;
        double[] result = new double[(int)output.Count!], element = new double[operands.Length];
        for (int i = 0; i < result.Length; i++)
        {
            long[] position = Strides.Position(i, shape);
            for (int k = 0; k < operands.Length; k++) element[k] = operands[k].Values![Strides.Broadcast(position, operands[k].Shape!)];
            result[i] = compute(element);
        }

        return result;
    }

    private static double[]? Gather(RuleContext c, Fact output)
    {
        long[] data = c.Shape(0), indices = c.Shape(1);
        int axis = RuleContext.Axis(c.Node.Integer("axis", 0), data.Length);
        double[] result = new double[(int)output.Count!];
        for (int i = 0; i < result.Length; i++)
        {
            long[] position = Strides.Position(i, output.Shape!);
            long index = (long)c.Input(1).Values![Strides.Offset(position[axis..(axis + indices.Length)], indices)];
            if (index < 0) index += data[axis];
            if (index < 0 || index >= data[axis]) throw RuleContext.Contradiction($"index {index} of {data[axis]} elements");
            result[i] = c.Input(0).Values![Strides.Offset([.. position[..axis], index, .. position[(axis + indices.Length)..]], data)];
        }

        return result;
    }

    private static double[] Slice(RuleContext c, Fact output)
    {
        long[] data = c.Shape(0);
        var ranges = Slices.Ranges(c, data);
        return Map(output, position => c.Input(0).Values![Strides.Offset([.. position.Zip(ranges, (p, r) => r.Start + p * r.Step)], data)]);
    }

    private static double[] Concat(RuleContext c, Fact output)
    {
        int axis = RuleContext.Axis(c.Node.Integer("axis", 1), output.Shape!.Length);
        return Map(output, position =>
        {
            long along = position[axis];
            int part = 0;
            while (along >= c.Shape(part)[axis]) along -= c.Shape(part++)[axis];
            return c.Input(part).Values![Strides.Offset([.. position[..axis], along, .. position[(axis + 1)..]], c.Shape(part))];
        });
    }

    private static double[]? SplitPart(RuleContext c, int index)
    {
        if (c.Shape(0).Length != 1) return null;
        int start = 0;
        for (int i = 0; i < index; i++) start += (int)c.Outputs[i]!.Shape![0];
        return c.Input(0).Values![start..(start + (int)c.Outputs[index]!.Shape![0])];
    }

    private static double[] Transpose(RuleContext c, Fact output)
    {
        long[] data = c.Shape(0);
        long[] order = c.Node.Integers("perm") is { Length: > 0 } stated ? stated : [.. Enumerable.Range(0, data.Length).Reverse().Select(i => (long)i)];
        return Map(output, position =>
        {
            var source = new long[data.Length];
            for (int i = 0; i < order.Length; i++) source[order[i]] = position[i];
            return c.Input(0).Values![Strides.Offset(source, data)];
        });
    }

    private static double[]? Reduce(RuleContext c, Fact output)
    {
        double[] values = c.Input(0).Values!;
        if (output.Count != 1 || values.Length == 0) return null;
        return [c.Node.Operator switch
        {
            "ReduceProd" => values.Aggregate((a, b) => a * b),
            "ReduceSum" => values.Sum(),
            "ReduceMax" => values.Max(),
            _ => values.Min(),
        }];
    }

    private static double[] Map(Fact output, Func<long[], double> element)
    {
        double[] result = new double[(int)output.Count!];
        for (int i = 0; i < result.Length; i++) result[i] = element(Strides.Position(i, output.Shape!));
        return result;
    }
}
