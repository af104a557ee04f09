namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>
/// The sizes of the product of matrices that the node is (a convolution after im2col, a step of a recurrent layer) and how well they fill vector
/// registers and cache blocks of 8 and 16: a layer of 17 channels costs about as much as one of 32.
/// </summary>
internal sealed class MatrixBlock : IFeatureBlock<NodeView>
{
    private const int Small = 8;
    private const int Wide = 16;

    public IReadOnlyList<string> Names { get; } =
    [
        "matrix.present", "matrix.constant", "matrix.groups", "matrix.rows", "matrix.columns", "matrix.inner", "matrix.channels", "matrix.macsPerGroup",
        "matrix.columnsBy8", "matrix.columnsBy16", "matrix.channelsBy8", "matrix.channelsBy16",
        "matrix.columnsFill8", "matrix.columnsFill16", "matrix.channelsFill16", "matrix.rowsFill16", "matrix.innerFill16",
        "matrix.vector", "matrix.fewChannels", "matrix.blocked",
    ];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var product = subject.Product;
        if (product.Rows == 0)
        {
            row.Skip(Names.Count);
            return;
        }

        bool depthwise = product.IsDepthwise;
        long columns = depthwise ? product.Columns * product.Groups : product.Columns;
        long channels = depthwise ? product.Groups : product.InputChannels;
        row.Add(true);
        row.Add(product.HasConstant);
        row.Add(LogScale.Large(product.Groups));
        row.Add(LogScale.Large(product.Rows));
        row.Add(LogScale.Large(product.Columns));
        row.Add(LogScale.Large(product.Inner));
        row.Add(LogScale.Large(channels));
        row.Add(LogScale.Large((double)product.Rows * product.Columns * product.Inner));
        row.Add(columns % Small == 0);
        row.Add(columns % Wide == 0);
        row.Add(channels % Small == 0);
        row.Add(channels % Wide == 0);
        row.Add(Fill(columns, Small));
        row.Add(Fill(columns, Wide));
        row.Add(Fill(channels, Wide));
        row.Add(Fill(product.Rows, Wide));
        row.Add(Fill(product.Inner, Wide));
        row.Add(product.Rows == 1);
        row.Add(product.IsConvolution && channels < Small);
        row.Add(product.IsConvolution && columns % Wide == 0 && (channels % Wide == 0 || channels < Wide));
    }

    private static double Fill(long size, int block) => size <= 0 ? 0 : (double)size / ((size + block - 1) / block * block);
}
