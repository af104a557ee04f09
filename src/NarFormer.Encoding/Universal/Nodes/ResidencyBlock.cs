namespace NarFormer.Encoding.Universal.Nodes;

/// <summary>
/// How full the weights and activations of the whole network would make a cache: what a small network leaves there it
/// finds there in the next run, so the same node is faster in a small network than in a large one.
/// </summary>
internal sealed class ResidencyBlock : IFeatureBlock<NodeView>
{
    public IReadOnlyList<string> Names { get; } = [.. CacheLevels.Names("network.all")];

    public void Write(NodeView subject, ref FeatureRow row)
    {
        var cost = subject.Graph.Cost;
        CacheLevels.Write((double)cost.WeightBytes + cost.PeakActivationBytes, ref row);
    }
}
