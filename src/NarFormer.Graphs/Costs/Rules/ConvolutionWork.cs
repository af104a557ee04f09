namespace NarFormer.Graphs.Costs.Rules;

/// <summary>Convolutions over any number of spatial dimensions, with weights <c>[out, in/groups, kernel…]</c>.</summary>
internal static class ConvolutionWork
{
    /// <summary><c>N·Cout·∏out·(Cin/groups)·∏kernel</c> MACs; a bias adds 1 FLOP to each output element.</summary>
    public static WorkRule Forward(int weight, int bias) => node =>
        new Work(PerChannel(node.OutputElements(), node.InputElements(weight), FirstDimension(node, weight)), Bias(node, bias));

    /// <summary><c>ConvTranspose</c>, with weights <c>[in, out/groups, kernel…]</c>: <c>N·Cin·∏in·(Cout/groups)·∏kernel</c> MACs.</summary>
    public static Work Transposed(NetworkNode node) =>
        new(PerChannel(node.InputElements(0), node.InputElements(1), FirstDimension(node, 1)), Bias(node, 2));

    /// <summary><c>DeformConv</c>: a convolution whose every tap is interpolated from four neighbours (8 FLOPs).</summary>
    public static Work Deformable(NetworkNode node)
    {
        var work = Forward(1, 3)(node);
        long channels = FirstDimension(node, 1);
        long taps = channels == 0 ? 0 : Saturating.Product(work.Macs / channels, Math.Max(1, node.Integer("group", 1)));
        return work + new Work(0, Saturating.Product(8, taps));
    }

    private static long Bias(NetworkNode node, int index) => node.Input(index) is null ? 0 : node.OutputElements();

    private static long FirstDimension(NetworkNode node, int input) => node.InputDimensions(input) is [var first, ..] ? first : 0;

    private static long PerChannel(long elements, long weights, long channels) =>
        channels == 0 ? 0 : Saturating.Product(elements, weights / channels);
}
