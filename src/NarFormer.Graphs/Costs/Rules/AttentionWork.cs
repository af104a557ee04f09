namespace NarFormer.Graphs.Costs.Rules;

/// <summary>
/// Attention as one operator: <c>batch·queries·keys·(query width + value width)</c> MACs, and 6 FLOPs (scaling and softmax)
/// for each of the <c>batch·heads·queries·keys</c> scores. Grouped heads are counted at the number of query heads.
/// </summary>
internal static class AttentionWork
{
    private const int FlopsPerScore = 6;

    /// <summary><c>com.microsoft.Attention</c> and <c>QAttention</c>: projects <c>[batch, positions, features]</c> first.</summary>
    public static WorkRule Projected(int past) => node =>
    {
        if (node.InputDimensions(0) is not [var batch, var positions, _] || node.OutputDimensions(0) is not [.., var width]) return default;
        long keys = Saturating.Sum(positions, node.InputDimensions(past) is [_, _, _, var before, _] ? before : 0);
        long rows = Saturating.Product(batch, positions);
        return Scores(batch, node.Integer("num_heads", 1), positions, keys, width, width)
            + new Work(Saturating.Product(rows, node.InputElements(1)), 0);
    };

    /// <summary><c>com.microsoft.MultiHeadAttention</c>: queries <c>[batch, positions, width]</c>, or all three packed in five dimensions.</summary>
    public static Work MultiHead(NetworkNode node)
    {
        if (node.OutputDimensions(0) is not [_, _, var valueWidth]) return default;
        long heads = node.Integer("num_heads", 1);
        return (node.InputDimensions(0), node.InputDimensions(1)) switch
        {
            ([var batch, var queries, _, _, var size], _) => Scores(batch, heads, queries, queries, Saturating.Product(heads, size), valueWidth),
            ([var batch, var queries, var width], [_, var keys, _]) => Scores(batch, heads, queries, keys, width, valueWidth),
            ([var batch, var queries, var width], [_, _, var keys, _]) => Scores(batch, heads, queries, keys, width, valueWidth),
            ([var batch, var queries, var width], [_, var keys, _, _, _]) => Scores(batch, heads, queries, keys, width, valueWidth),
            _ => default,
        };
    }

    /// <summary><c>com.microsoft.GroupQueryAttention</c>: the keys are those of the present cache <c>[batch, heads, keys, size]</c>.</summary>
    public static Work Grouped(NetworkNode node)
    {
        if (node.OutputDimensions(0) is not [var batch, var queries, var width]) return default;
        long keys = node.OutputDimensions(1) is [_, _, var present, _] ? present : queries;
        return Scores(batch, node.Integer("num_heads", 1), queries, keys, width, width);
    }

    /// <summary><c>ai.onnx.Attention</c>: three inputs of three or four dimensions, with the heads apart in the second of four.</summary>
    public static Work Standard(NetworkNode node)
    {
        var key = node.InputDimensions(1);
        if (key.Length < 3) return default;
        long keys = node.OutputDimensions(1) is [_, _, var present, _] ? present : key[^2];
        return (node.InputDimensions(0), node.OutputDimensions(0)) switch
        {
            ([var batch, var heads, var queries, var size], [_, _, _, var valueSize]) =>
                Scores(batch, heads, queries, keys, Saturating.Product(heads, size), Saturating.Product(heads, valueSize)),
            ([var batch, var queries, var width], [_, _, var valueWidth]) =>
                Scores(batch, node.Integer("q_num_heads", 1), queries, keys, width, valueWidth),
            _ => default,
        };
    }

    private static Work Scores(long batch, long heads, long queries, long keys, long queryWidth, long valueWidth)
    {
        long pairs = Saturating.Product(batch, queries, keys);
        return new Work(
            Saturating.Product(pairs, Saturating.Sum(queryWidth, valueWidth)),
            Saturating.Product(pairs, Math.Max(0, heads), FlopsPerScore));
    }
}
