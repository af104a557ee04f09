using NarFormer.Graphs;

namespace NarFormer.Encoding.Universal;

/// <summary>
/// A node seen as <see cref="Groups"/> products of matrices [rows, inner] × [inner, columns]. A convolution is one after
/// its windows have been laid out as rows (im2col), a recurrent layer one at each step. All sizes are 0 for a node that is
/// none, or whose shapes are unknown.
/// </summary>
internal readonly record struct MatrixView
{
    /// <summary>How many independent products there are: groups of a convolution, leading dimensions of a matrix product, steps of a recurrent layer both ways.</summary>
    public long Groups { get; init; }

    /// <summary>Rows of one product.</summary>
    public long Rows { get; init; }

    /// <summary>Columns of one product: the outputs of one group, the gates of a recurrent layer.</summary>
    public long Columns { get; init; }

    /// <summary>Terms of each sum; of a recurrent layer inputs and state together.</summary>
    public long Inner { get; init; }

    /// <summary>Channels read by one group of a convolution, inputs of a recurrent layer; <see cref="Inner"/> otherwise.</summary>
    public long InputChannels { get; init; }

    /// <summary>Whether one factor is a constant, which a runtime packs before the first run.</summary>
    public bool HasConstant { get; init; }

    /// <summary>Whether this is a convolution.</summary>
    public bool IsConvolution { get; init; }

    /// <summary>Whether this is a convolution of each channel alone.</summary>
    public bool IsDepthwise => IsConvolution && Groups > 1 && InputChannels == 1;

    /// <summary>Whether this is a convolution with a kernel of one element.</summary>
    public bool IsPointwise => IsConvolution && Inner > 0 && Inner == InputChannels;

    /// <summary>The view of <paramref name="node"/>; that of a recurrent layer only if <paramref name="recurrent"/>.</summary>
    public static MatrixView Of(NetworkNode node, bool recurrent) => node.Operator switch
    {
        "Conv" or "ConvInteger" or "FusedConv" => OfConvolution(node, weight: 1),
        "QLinearConv" => OfConvolution(node, weight: 3),
        "DeformConv" => OfConvolution(node, weight: 1),
        "ConvTranspose" => OfTransposedConvolution(node),
        "Gemm" => OfProduct(node, right: 1, node.Integer("transA", 0) != 0),
        "MatMul" or "MatMulInteger" => OfProduct(node, right: 1, transposed: false),
        "FusedMatMul" => OfProduct(node, right: 1, node.Integer("transA", 0) != 0),
        "QLinearMatMul" => OfProduct(node, right: 3, transposed: false),
        "RNN" or "GRU" or "LSTM" when recurrent => OfRecurrence(node),
        _ => default,
    };

    private static MatrixView OfConvolution(NetworkNode node, int weight)
    {
        if (Known(Input(node, weight)) is not { Rank: >= 3 } kernel || Known(Output(node)) is not { Rank: >= 3 } output) return default;
        long groups = Math.Max(1, node.Integer("group", 1));
        return new MatrixView
        {
            Groups = groups,
            Rows = output[0] * Product(output, from: 2, output.Rank),
            Columns = kernel[0] / groups,
            Inner = Product(kernel, from: 1, kernel.Rank),
            InputChannels = kernel[1],
            HasConstant = Input(node, weight)!.Kind == TensorKind.Constant,
            IsConvolution = true,
        };
    }

    private static MatrixView OfTransposedConvolution(NetworkNode node)
    {
        if (Known(Input(node, 1)) is not { Rank: >= 3 } kernel || Known(Input(node, 0)) is not { Rank: >= 3 } input) return default;
        long groups = Math.Max(1, node.Integer("group", 1));
        return new MatrixView
        {
            Groups = groups,
            Rows = input[0] * Product(input, from: 2, input.Rank),
            Columns = Product(kernel, from: 1, kernel.Rank),
            Inner = kernel[0] / groups,
            InputChannels = kernel[0] / groups,
            HasConstant = Input(node, 1)!.Kind == TensorKind.Constant,
            IsConvolution = true,
        };
    }

    private static MatrixView OfProduct(NetworkNode node, int right, bool transposed)
    {
        if (Known(Input(node, 0)) is not { Rank: >= 1 } left || Known(Output(node)) is not { } output) return default;
        var factor = Input(node, right);
        long inner = transposed && left.Rank >= 2 ? left[-2] : left[-1];
        bool shared = factor?.Shape is { Rank: <= 2 };
        long columns = factor?.Shape is { Rank: 1 } || output.Rank == 0 ? 1 : output[-1];
        long elements = Product(output, 0, output.Rank);
        long rows = columns == 0 ? 0 : shared ? elements / columns : output.Rank >= 2 ? output[-2] : 1;
        return new MatrixView
        {
            Groups = rows * columns == 0 ? 0 : elements / (rows * columns),
            Rows = rows,
            Columns = columns,
            Inner = inner,
            InputChannels = inner,
            HasConstant = factor?.Kind == TensorKind.Constant,
        };
    }

    // X [time, batch, inputs], or [batch, time, inputs] with layout 1; R [directions, gates·hidden, hidden]
    private static MatrixView OfRecurrence(NetworkNode node)
    {
        if (Known(Input(node, 0)) is not { Rank: 3 } x || Known(Input(node, 2)) is not { Rank: 3 } state) return default;
        bool batchFirst = node.Integer("layout", 0) != 0;
        return new MatrixView
        {
            Groups = x[batchFirst ? 1 : 0] * state[0],
            Rows = x[batchFirst ? 0 : 1],
            Columns = state[1],
            Inner = x[2] + state[2],
            InputChannels = x[2],
            HasConstant = Input(node, 2)!.Kind == TensorKind.Constant,
        };
    }

    private static NetworkTensor? Input(NetworkNode node, int index) => index < node.Inputs.Count ? node.Inputs[index] : null;

    private static NetworkTensor? Output(NetworkNode node) => node.Outputs.Count > 0 ? node.Outputs[0] : null;

    private static TensorShape? Known(NetworkTensor? tensor) => tensor?.Shape is { IsKnown: true } shape ? shape : null;

    private static long Product(TensorShape shape, int from, int to)
    {
        long product = 1;
        for (int i = from; i < to; i++) product *= shape[i];
        return product;
    }
}
