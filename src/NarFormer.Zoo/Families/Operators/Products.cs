using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Products of matrices with weights and with each other.</summary>
internal static class Products
{
    private const int Picoseconds = 5000, Multiplication = 40;

    private static readonly (string Equation, int Rank)[] Equations =
        [("bij,bjk->bik", 3), ("bij,bkj->bik", 3), ("bhid,bhjd->bhij", 4), ("bhij,bhjd->bhid", 4), ("bihd,bjhd->bhij", 4), ("bchw,bkc->bkhw", 4)];

    public static IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("Gemm", Picoseconds, use => Rows(use, 1), Gemm) { Chains = true },
        new("Gemm", Picoseconds, use => Rows(use, use.Random.Logarithmic(4, 512)), Gemm) { Chains = true },
        new("MatMul", Picoseconds, use => use.Sequence(), Projection) { Chains = true },
        new("MatMul", Picoseconds, use => use.Sequence(), Projection) { Chains = true },
        new("MatMul", Picoseconds, use => use.Sequence(), Between),
        new("MatMul", Picoseconds, Heads, Between),
        new("Einsum", Picoseconds, use => use.Random.Chance(50) ? use.Sequence() : Heads(use), Einsum),
    ];

    // A product with a vector has few elements and many weights.
    private static long[] Rows(OperatorUse use, int rows) => [use.Builder.Batch * rows, use.Width(16, 2560)];

    private static long[] Heads(OperatorUse use) =>
        use.Sized(() => [use.Builder.Batch, use.Random.Integer(1, 16), use.Random.Logarithmic(8, 512), use.Random.Choice(use.Random.Logarithmic(8, 512), 32, 64)]);

    private static Value Gemm(OperatorUse use, Value x)
    {
        var b = use.Builder;
        bool transposed = use.Random.Chance(60);
        long inner = x.Shape[1], width = use.Fit(() => use.Width(8, 2560), w => x.Elements * w, Multiplication);
        List<Value> inputs = [x, transposed ? b.Learned("weight", width, inner) : b.Learned("weight", inner, width)];
        if (use.Random.Chance(80)) inputs.Add(b.Learned("bias", width));
        b.Count(x.Elements * width);
        return b.Apply("Gemm", [.. inputs], [x.Shape[0], width], ("transB", transposed ? 1 : 0));
    }

    private static Value Projection(OperatorUse use, Value x) =>
        use.Builder.ProjectWithoutBias(x, use.Fit(() => use.Width(8, 2560), w => x.Elements * w, Multiplication));

    private static Value Between(OperatorUse use, Value x)
    {
        long width = use.Fit(() => use.Width(8, 1024), w => x.Elements * w, Multiplication);
        return use.Builder.MatrixProduct(x, use.Builder.NextInput(Graphs.ElementType.Float32, [.. x.Shape[..^2], x.Shape[^1], width]));
    }

    private static Value Einsum(OperatorUse use, Value x)
    {
        var b = use.Builder;
        string equation = OperatorUse.Until(() => use.Random.Choice<(string Equation, int Rank)>(Equations), e => e.Rank == x.Shape.Length).Equation;
        string[] sides = equation.Split("->"), operands = sides[0].Split(',');
        char added = operands[1].First(letter => !operands[0].Contains(letter));
        long width = use.Fit(() => use.Width(8, 512), w => x.Elements * w, Multiplication);
        b.Count(x.Elements * width);
        return b.Apply("Einsum", [x, b.NextInput(Graphs.ElementType.Float32, Shape(operands[1]))], Shape(sides[1]), ("equation", equation));

        long[] Shape(string letters) => [.. letters.Select(letter => letter == added ? width : x.Shape[operands[0].IndexOf(letter)])];
    }
}
