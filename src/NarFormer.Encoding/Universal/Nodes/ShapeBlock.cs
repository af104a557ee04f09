using NarFormer.Graphs;

namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>
/// The shape of one tensor: its dimensions as an image's (batch, channels, height, width) and as a sequence's (last).
/// A shape that is not wholly known gives its flag and zeros.
/// </summary>
internal sealed class ShapeBlock(string name, Func<NodeView, NetworkTensor?> select) : IFeatureBlock<NodeView>
{
    public IReadOnlyList<string> Names { get; } =
    [
        $"{name}.present", $"{name}.unknown", $"{name}.constant", $"{name}.rank",
        $"{name}.batch", $"{name}.channels", $"{name}.height", $"{name}.width", $"{name}.secondLast", $"{name}.last", $"{name}.elements",
    ];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var tensor = select(subject);
        if (tensor is null)
        {
            row.Skip(Names.Count);
            return;
        }

        row.Add(true);
        row.Add(tensor.Shape is not { IsKnown: true });
        row.Add(tensor.Kind == TensorKind.Constant);
        if (tensor.Shape is not { IsKnown: true } shape)
        {
            row.Skip(8);
            return;
        }

        int rank = shape.Rank;
        row.Add(rank / 4.0);
        row.Add(rank > 0 ? LogScale.Large(shape[0]) : 0);
        row.Add(rank > 1 ? LogScale.Large(shape[1]) : 0);
        row.Add(rank > 3 ? LogScale.Large(shape[-2]) : 0);
        row.Add(rank > 2 ? LogScale.Large(shape[-1]) : 0);
        row.Add(rank > 1 ? LogScale.Large(shape[-2]) : 0);
        row.Add(rank > 0 ? LogScale.Large(shape[-1]) : 0);
        row.Add(LogScale.Large(shape.ElementCount ?? double.MaxValue));
    }
}
