namespace NarFormer.Graphs.Costs.Rules;

/// <summary>Products of matrices <c>[…, M, K]·[…, K, N]</c>: <c>…·M·N·K</c> MACs.</summary>
internal static class MatrixWork
{
    /// <summary><c>MatMul</c> and its quantised kinds; the left matrix is input 0. A bias adds 1 FLOP to each output element.</summary>
    public static WorkRule Product(int bias = int.MaxValue) => node =>
        new Work(Saturating.Product(node.OutputElements(), Inner(node, "transA")), Bias(node, bias));

    /// <summary><c>Gemm</c>: <c>A·B + C</c>, where the last input is C.</summary>
    public static Work Gemm(NetworkNode node) => Product(2)(node);

    /// <summary><c>MatMulNBits</c>: the right matrix is packed; its size is the attribute <c>K</c>.</summary>
    public static Work PackedProduct(NetworkNode node) =>
        new(Saturating.Product(node.OutputElements(), Math.Max(0, node.Integer("K", 0))), Bias(node, 5));

    private static long Bias(NetworkNode node, int index) => node.Input(index) is null ? 0 : node.OutputElements();

    private static long Inner(NetworkNode node, string transposed) => node.InputDimensions(0) switch
    {
        [] => 0,
        [var only] => only,
        [.., var rows, var columns] => node.Integer(transposed, 0) != 0 ? rows : columns,
    };
}
