using NarFormer.Graphs;

namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>Attributes that change what a node costs beside its shapes: axes, permutations, modes, groups.</summary>
internal sealed class AttributeBlock : IFeatureBlock<NodeView>
{
    public IReadOnlyList<string> Names { get; } =
    [
        "axis.batch", "axis.channel", "axis.last", "axis.inner",
        "reduces.axes", "reduces.keeps",
        "permutation.present", "permutation.identity", "permutation.keepsLast", "permutation.swapsLastTwo", "permutation.channelsLast", "permutation.channelsFirst", "permutation.moved",
        "groups", "depthwise", "pointwise", "bias", "transposesLeft", "transposesRight",
        "mode.nearest", "mode.linear", "mode.cubic",
        "block", "countsPadding",
    ];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var node = subject.Node;
        WriteAxis(subject, ref row);
        WritePermutation(node.Integers("perm"), ref row, transposes: node.Operator == "Transpose", subject.FirstInput?.Shape?.Rank ?? 0);
        row.Add(subject.IsConvolution ? LogScale.Large(subject.Product.Groups) : 0);
        row.Add(subject.Category == KernelCategory.DepthwiseConvolution);
        row.Add(subject.Category == KernelCategory.PointwiseConvolution);
        row.Add(HasBias(node));
        row.Add(node.Integer("transA", 0) != 0);
        row.Add(node.Integer("transB", 0) != 0);
        string mode = node.Text("mode", "");
        row.Add(mode == "nearest");
        row.Add(mode is "linear" or "bilinear");
        row.Add(mode is "cubic" or "bicubic");
        row.Add(LogScale.Small(node.Integer("blocksize", 0)));
        row.Add(node.Integer("count_include_pad", 0) != 0);
    }

    private static void WriteAxis(NodeView subject, ref FeatureRow row)
    {
        var node = subject.Node;
        int rank = subject.FirstInput?.Shape?.Rank ?? 0;
        var axes = Axes(node);
        bool isReduction = subject.Category == KernelCategory.Reduction;
        bool batch = false, channel = false, last = false, inner = false;
        foreach (long axis in axes)
        {
            long place = axis < 0 ? axis + rank : axis;
            batch |= place == 0;
            channel |= place == 1;
            last |= rank > 0 && place == rank - 1;
            inner |= place > 1 && place < rank - 1;
        }

        row.Add(batch);
        row.Add(channel);
        row.Add(last);
        row.Add(inner);
        row.Add(isReduction ? LogScale.Small(axes.Count) : 0);
        row.Add(isReduction && node.Integer("keepdims", 1) != 0);
    }

    private static IReadOnlyList<long> Axes(NetworkNode node)
    {
        if (node.Integers("axes") is { Count: > 0 } axes) return axes;
        if (node.Attributes.ContainsKey("axis")) return [node.Integer("axis", 0)];
        bool readsAxes = node.Operator.StartsWith("Reduce", StringComparison.Ordinal) || node.Operator is "Squeeze" or "Unsqueeze";
        return readsAxes && node.Inputs.Count > 1 && node.Inputs[1]?.IntegerValues is { } values ? values : [];
    }

    private static void WritePermutation(IReadOnlyList<long> permutation, ref FeatureRow row, bool transposes, int rank)
    {
        if (!transposes)
        {
            row.Skip(7);
            return;
        }

        if (permutation.Count == 0) permutation = [.. Enumerable.Range(0, rank).Reverse().Select(i => (long)i)];
        int count = permutation.Count, moved = 0;
        for (int i = 0; i < count; i++) moved += permutation[i] == i ? 0 : 1;
        bool swaps = count >= 2 && moved == 2 && permutation[count - 1] == count - 2 && permutation[count - 2] == count - 1;
        row.Add(true);
        row.Add(moved == 0);
        row.Add(count > 0 && permutation[count - 1] == count - 1);
        row.Add(swaps);
        row.Add(count >= 3 && permutation[count - 1] == 1 && permutation[1] == 2);
        row.Add(count >= 3 && permutation[1] == count - 1 && permutation[2] == 1);
        row.Add(LogScale.Small(moved));
    }

    private static bool HasBias(NetworkNode node) => node.Operator switch
    {
        "Conv" or "ConvTranspose" or "Gemm" or "FusedConv" => node.Inputs.Count > 2 && node.Inputs[2] is not null,
        "QLinearConv" => node.Inputs.Count > 8 && node.Inputs[8] is not null,
        _ => false,
    };
}
