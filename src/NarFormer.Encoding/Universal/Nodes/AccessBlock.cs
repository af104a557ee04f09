using NarFormer.Graphs;

namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>How the node walks through memory: how far along the axis it works on, how much lies together, and modes that change the walk.</summary>
internal sealed class AccessBlock : IFeatureBlock<NodeView>
{
    public IReadOnlyList<string> Names { get; } =
    [
        "access.extent", "access.run", "access.movedRun",
        "access.adds", "access.reducesOtherwise", "access.asymmetric", "access.alignsCorners", "access.size",
    ];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var node = subject.Node;
        var shape = subject.FirstInput?.Shape is { IsKnown: true } known ? known : null;
        WriteAxis(node, shape, ref row);
        row.Add(node.Operator == "Transpose" && shape is not null ? LogScale.Large(MovedRun(node.Integers("perm"), shape)) : 0);
        string reduction = node.Text("reduction", "none");
        row.Add(reduction == "add");
        row.Add(reduction is not ("none" or "add"));
        string coordinates = node.Text("coordinate_transformation_mode", "");
        row.Add(coordinates == "asymmetric" || node.Operator == "Upsample");
        row.Add(coordinates == "align_corners" || node.Integer("align_corners", 0) != 0);
        row.Add(LogScale.Small(node.Integer("size", 0)));
    }

    private static void WriteAxis(NetworkNode node, TensorShape? shape, ref FeatureRow row)
    {
        if (shape is null || shape.Rank == 0 || Axis(node) is not { } axis)
        {
            row.Skip(2);
            return;
        }

        long place = Math.Clamp(axis < 0 ? axis + shape.Rank : axis, 0, shape.Rank - 1);
        double run = 1;
        for (int i = (int)place + 1; i < shape.Rank; i++) run *= shape[i];
        row.Add(LogScale.Large(shape[(int)place]));
        row.Add(LogScale.Large(run));
    }

    private static long? Axis(NetworkNode node) => node.Operator switch
    {
        _ when node.Attributes.ContainsKey("axis") => node.Integer("axis", 0),
        _ when node.Integers("axes") is { Count: > 0 } axes => axes[^1],
        "Softmax" or "LogSoftmax" or "Hardmax" or "LayerNormalization" or "RMSNormalization" or "TopK" => -1,
        "Gather" or "GatherElements" or "ScatterElements" or "Split" or "ArgMax" or "ArgMin" => 0,
        _ when node.Operator.StartsWith("Reduce", StringComparison.Ordinal) && node.Inputs.Count > 1 && node.Inputs[1]?.IntegerValues is { Count: > 0 } values => values[^1],
        _ => null,
    };

    /// <summary>How many elements lie together before and after: those of the last dimensions that stay in place.</summary>
    private static double MovedRun(IReadOnlyList<long> order, TensorShape shape)
    {
        double run = 1;
        for (int i = shape.Rank - 1; i >= 0 && i < order.Count && order[i] == i; i--) run *= shape[i];
        return run;
    }
}
