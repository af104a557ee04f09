using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Copies in another order, place or number.</summary>
internal static class Movements
{
    private const int Fast = 500, Picoseconds = 2000, Slow = 8000, PatchOpset = 18;

    private static readonly long[][] Orders = [[0, 2, 3, 1], [0, 3, 1, 2], [0, 2, 1, 3], [0, 1, 3, 2], [0, 3, 2, 1], [2, 0, 1, 3]];

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("Transpose", Picoseconds, use => use.Image(), (use, x) => use.Builder.Transpose(x, use.Random.Choice<long[]>(Orders))),
        new("Transpose", Picoseconds, use => use.Sequence(), (use, x) => use.Builder.Transpose(x, 0, 2, 1)),
        new("Concat", Picoseconds, use => use.Any(), Join),
        new("Concat", Picoseconds, use => use.Any(), Join),
        new("Split", Picoseconds, use => use.Any(), Split),
        new("Slice", Picoseconds, use => use.Any(), Slice),
        new("Slice", Picoseconds, use => use.Any(), Slice),
        new("Pad", Picoseconds, use => use.Image(), Pad),
        new("Expand", Slow, use => use.Any(), Expand),
        new("Tile", Slow, use => use.Any(), Tile),
        new("DepthToSpace", Picoseconds, use => use.Image(16), ToSpace),
        new("SpaceToDepth", Picoseconds, EvenImage, ToDepth),
        new("ReverseSequence", Fast, use => use.Sequence(), Reverse),
        new("Trilu", Picoseconds, use => use.Scores(), (use, x) => use.Builder.Apply("Trilu", [x], x.Shape, ("upper", use.Random.Integer(0, 1)))),
        new("CenterCropPad", Picoseconds, use => use.Image(), CropOrPad),
        new("Col2Im", Slow, use => use.Sized(() => Columns(use)), Patches),
        new("Reshape", Picoseconds, use => use.Any(), View),
    ];

    private static int Axis(OperatorUse use, Value x) => use.Random.Integer(1, x.Shape.Length - 1);

    private static long[] With(Value x, int axis, long size)
    {
        long[] shape = [.. x.Shape];
        shape[axis] = size;
        return shape;
    }

    private static Value Join(OperatorUse use, Value x)
    {
        var b = use.Builder;
        int axis = Axis(use, x), others = use.Random.Choice(1, 1, 2, 3, 5);
        List<Value> parts = [x];
        for (int i = 0; i < others; i++)
            parts.Add(b.NextInput(Graphs.ElementType.Float32, With(x, axis, use.Random.Chance(50) ? x.Shape[axis] : use.Random.Integer(1, (int)x.Shape[axis]))));
        return b.Concat(axis, [.. parts]);
    }

    private static Value[] Split(OperatorUse use, Value x)
    {
        var b = use.Builder;
        int axis = Axis(use, x);
        long size = x.Shape[axis], parts = use.Random.Choice(2, 2, 3, 4);
        if (size < parts) throw new UnfitException($"{size} elements do not make {parts} parts");
        long[] sizes = [.. Enumerable.Range(0, (int)parts).Select(i => i < parts - 1 ? size / parts : size - (parts - 1) * (size / parts))];
        List<Value> outputs = [b.Apply("Split", [x, b.Integers(sizes)], With(x, axis, sizes[0]), ("axis", axis))];
        foreach (long part in sizes[1..]) outputs.Add(b.NextOutput(outputs[0], With(x, axis, part)));
        return [.. outputs];
    }

    private static Value Slice(OperatorUse use, Value x)
    {
        var b = use.Builder;
        int axis = OperatorUse.Until(() => Axis(use, x), a => x.Shape[a] > 1), size = (int)x.Shape[axis], step = use.Random.Choice(1, 1, 1, 2);
        (int start, int end) = use.Fit(() => Range(use.Random, size, step), range => x.Elements / size * (range.End - range.Start), Picoseconds);
        return b.Apply("Slice", [x, b.Integers(start), b.Integers(end), b.Integers(axis), b.Integers(step)], With(x, axis, (end - start + step - 1) / step));
    }

    private static (int Start, int End) Range(SeededRandom random, int size, int step)
    {
        int start = random.Integer(0, size / 2);
        return (start, step == 1 ? random.Integer(start + 1, size - (start == 0 ? 1 : 0)) : size);
    }

    private static Value Pad(OperatorUse use, Value x)
    {
        var b = use.Builder;
        long before = use.Random.Integer(0, 3), after = use.Random.Integer(1, 3);
        string mode = use.Random.Choice("constant", "constant", "reflect", "edge");
        if (mode == "reflect" && x.Shape[2..].Any(size => size <= Math.Max(before, after))) throw new UnfitException("the image is smaller than its padding");
        return b.Apply(
            "Pad", [x, b.Integers(0, 0, before, before, 0, 0, after, after)], [.. x.Shape[..2], x.Shape[2] + before + after, x.Shape[3] + before + after], ("mode", mode));
    }

    private static Value Expand(OperatorUse use, Value x)
    {
        var b = use.Builder;
        int axis = Axis(use, x), times = OperatorUse.Until(() => use.Random.Logarithmic(2, 64), t => OperatorUse.Holds(x.Elements, t));
        long[] from = [.. x.Shape[..axis], 1, .. x.Shape[axis..]], to = [.. x.Shape[..axis], times, .. x.Shape[axis..]];
        return b.Apply("Expand", [b.Reshape(x, from), b.Integers(to)], to);
    }

    private static Value Tile(OperatorUse use, Value x)
    {
        var b = use.Builder;
        int axis = Axis(use, x), times = OperatorUse.Until(() => use.Random.Logarithmic(2, 16), t => OperatorUse.Holds(x.Elements, t));
        return b.Apply("Tile", [x, b.Integers([.. x.Shape.Select((_, i) => i == axis ? (long)times : 1)])], With(x, axis, x.Shape[axis] * times));
    }

    private static Value ToSpace(OperatorUse use, Value x)
    {
        long block = use.Random.Choice(2, 2, 4);
        return use.Builder.Apply(
            "DepthToSpace", [x], [x.Shape[0], x.Shape[1] / block / block, x.Shape[2] * block, x.Shape[3] * block], ("blocksize", block), ("mode", use.Random.Choice("DCR", "CRD")));
    }

    private static long[] EvenImage(OperatorUse use) => use.Sized(() =>
    {
        long size = use.Random.Logarithmic(2, 56) * 4;
        return [use.Builder.Batch, use.Width(3, 512), size, size];
    });

    private static Value ToDepth(OperatorUse use, Value x)
    {
        long block = use.Random.Choice(2, 2, 4);
        return use.Builder.Apply("SpaceToDepth", [x], [x.Shape[0], x.Shape[1] * block * block, x.Shape[2] / block, x.Shape[3] / block], ("blocksize", block));
    }

    private static Value Reverse(OperatorUse use, Value x)
    {
        var b = use.Builder;
        long[] lengths = [.. Enumerable.Range(0, b.Batch).Select(_ => (long)use.Random.Integer((int)x.Shape[1] / 2, (int)x.Shape[1]))];
        return b.Apply("ReverseSequence", [x, b.Stored(lengths, b.Batch)], x.Shape, ("batch_axis", 0), ("time_axis", 1));
    }

    private static Value CropOrPad(OperatorUse use, Value x)
    {
        var b = use.Builder;
        b.Require(PatchOpset);
        long size = OperatorUse.Until(() => use.Random.Integer((int)x.Shape[2] / 2 + 1, (int)x.Shape[2] * 3 / 2), s => s != x.Shape[2]);
        return b.Apply("CenterCropPad", [x, b.Integers(size, size)], [.. x.Shape[..2], size, size], ("axes", new long[] { 2, 3 }));
    }

    private static long[] Columns(OperatorUse use)
    {
        long block = use.Random.Choice(2, 3, 4), side = use.Random.Logarithmic(4, 56);
        return [use.Builder.Batch, use.Width(3, 64) * block * block, side * side];
    }

    private static Value Patches(OperatorUse use, Value x)
    {
        var b = use.Builder;
        b.Require(PatchOpset);
        long block = OperatorUse.Until(() => use.Random.Choice(2, 3, 4), k => x.Shape[1] % (k * k) == 0), size = (long)Math.Sqrt(x.Shape[2]) * block;
        return b.Apply(
            "Col2Im", [x, b.Integers(size, size), b.Integers(block, block)], [x.Shape[0], x.Shape[1] / block / block, size, size], ("strides", new[] { block, block }));
    }

    // A view costs nothing between two computed values; at the edge of a network it would be a copy.
    private static Value View(OperatorUse use, Value x)
    {
        var b = use.Builder;
        var y = b.Activate(x, Activation.Relu);
        return b.Activate(use.Random.Chance(50) ? b.Flatten(y) : b.Reshape(y, x.Shape[0], x.Elements / x.Shape[0] / x.Shape[^1], x.Shape[^1]), Activation.Sigmoid);
    }
}
