using NarFormer.Graphs;

namespace NarFormer.Onnx.Shapes.Rules;

/// <summary>Matrix products and attention.</summary>
internal static class MatrixRules
{
    public static void Register(RuleTable table)
    {
        table.Add("MatMul", c => Product(c, 1, c.Type(0)));
        table.Add("MatMulInteger", c => Product(c, 1, ElementType.Int32));
        table.Add("QLinearMatMul", c => Product(c, 3, c.Type(7)));
        table.Add(RuleTable.Contrib, "MatMulIntegerToFloat", c => Product(c, 1, ElementType.Float32));
        table.Add(RuleTable.Contrib, "DynamicQuantizeMatMul", c => Product(c, 1, ElementType.Float32));
        table.Add(RuleTable.Contrib, "FusedMatMul", Fused);
        table.Add("Gemm", Gemm);
        table.Add(RuleTable.Contrib, "FusedGemm", Gemm);
        table.Add("Einsum", c => c.Set(0, c.Type(0), EinsteinSum.Shape(c.Node.Text("equation", ""), [.. Enumerable.Range(0, c.InputCount).Select(c.Shape)])));
        table.Add("Attention", Attention);
        table.Add(RuleTable.Contrib, "Attention", c => c.Set(0, c.Type(0), [.. c.Shape(0)[..^1], c.Shape(1)[^1] / 3]));
        table.Add(RuleTable.Contrib, "MultiHeadAttention", c => c.Set(0, c.Type(0), c.Shape(0)));
        table.Add("Det", c => c.Set(0, c.Type(0), c.Shape(0)[..^2]));
    }

    private static void Product(RuleContext c, int right, ElementType type) => c.Set(0, type, Product(c.Shape(0), c.Shape(right)));

    private static long[] Product(long[] a, long[] b)
    {
        if (a.Length == 0 || b.Length == 0) throw RuleContext.Contradiction("a matrix product of a scalar");
        bool row = a.Length == 1, column = b.Length == 1;
        if (row) a = [1, .. a];
        if (column) b = [.. b, 1];
        if (a[^1] != b[^2]) throw RuleContext.Contradiction($"a product of {a[^2]}x{a[^1]} and {b[^2]}x{b[^1]}");
        List<long> shape = [.. Broadcasting.Of(a[..^2], b[..^2])];
        if (!row) shape.Add(a[^2]);
        if (!column) shape.Add(b[^1]);
        return [.. shape];
    }

    private static void Fused(RuleContext c)
    {
        long[] a = c.Shape(0), b = c.Shape(1);
        if (c.Node.Integer("transA", 0) != 0) a = [.. a[..^2], a[^1], a[^2]];
        if (c.Node.Integer("transB", 0) != 0) b = [.. b[..^2], b[^1], b[^2]];
        c.Set(0, c.Type(0), Product(a, b));
    }

    private static void Gemm(RuleContext c)
    {
        long[] a = c.Shape(0), b = c.Shape(1);
        if (a.Length != 2 || b.Length != 2) throw RuleContext.Contradiction($"Gemm of tensors of rank {a.Length} and {b.Length}");
        bool transA = c.Node.Integer("transA", 0) != 0, transB = c.Node.Integer("transB", 0) != 0;
        if (a[transA ? 0 : 1] != b[transB ? 1 : 0]) throw RuleContext.Contradiction($"inner dimensions {a[transA ? 0 : 1]} and {b[transB ? 1 : 0]} differ");
        c.Set(0, c.Type(0), [a[transA ? 1 : 0], b[transB ? 0 : 1]]);
    }

    private static void Attention(RuleContext c)
    {
        long[] q = c.Shape(0), v = c.Shape(2);
        if (q.Length == 4)
        {
            c.Set(0, c.Type(0), [.. q[..3], v[3]]);
            return;
        }

        long queryHeads = c.Node.Integer("q_num_heads", 1), keyHeads = c.Node.Integer("kv_num_heads", queryHeads);
        c.Set(0, c.Type(0), [q[0], q[1], v[2] / Math.Max(1, keyHeads) * queryHeads]);
    }
}
