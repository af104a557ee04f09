namespace NarFormer.Encoding.Universal.Fusion;

/// <summary>Normalisations, sums and products by constants, which go into the weights of the convolution or matrix product before them.</summary>
internal static class ConstantFusion
{
    /// <summary>Joins what follows <paramref name="node"/>, if it is a convolution or a matrix product.</summary>
    public static void Join(KernelGroups groups, NodeView node)
    {
        var group = groups.Of(node);
        if (node is { Node.Operator: "Conv", HasOverridable: false })
        {
            while (group.FreeReader(groups) is { } reader && IntoConvolution(reader) is not FusedWork.None and var work) groups.Append(group, reader, work);
        }
        else if (node is { Node.Operator: "MatMul", Product.HasConstant: true, SecondInput.Shape.Rank: 2 }
            && group.FreeReader(groups) is { Node.Operator: "Add" } sum && sum.DataInputs == 1)
        {
            groups.Append(group, sum, FusedWork.Bias);
        }
    }

    private static FusedWork IntoConvolution(NodeView reader) => reader.Node.Operator switch
    {
        _ when reader.HasOverridable => FusedWork.None,
        "BatchNormalization" => FusedWork.Normalization,
        "Add" or "Mul" when reader.DataInputs == 1 && IsPerChannel(reader) => FusedWork.Constants,
        _ => FusedWork.None,
    };

    private static bool IsPerChannel(NodeView reader)
    {
        var constant = reader.Node.Inputs.FirstOrDefault(i => i?.Kind == Graphs.TensorKind.Constant)?.Shape;
        return constant is { Rank: >= 3 } && constant.ElementCount == constant[-3];
    }
}
