using NarFormer.Encoding;

namespace NarFormer.Training.Fitting;

/// <summary>
/// Takes all edges and static features from some networks of a step (all of what Rong et al. 2020 take a part of), so that training
/// learns what a node costs by itself, and what surrounds it only corrects that: nodes in surroundings that training never saw
/// are then predicted from what is known of them.
/// </summary>
/// <param name="share">The share of networks.</param>
/// <param name="seed">The recipe's seed.</param>
internal sealed class ContextDropout(double share, long seed)
{
    /// <summary>The <paramref name="networks"/> of a step, some of them without context; the same ones whenever the step is the same.</summary>
    public IReadOnlyList<EncodedNetwork> Apply(IReadOnlyList<EncodedNetwork> networks, long step)
    {
        var random = new Random((int)SeedMix.Of(seed, SeedMix.DroppedContexts, step));
        return [.. networks.Select(n => random.NextDouble() < share ? Alone(n) : n)];
    }

    private static EncodedNetwork Alone(EncodedNetwork network) => new(network.NodeCount, network.NodeFeatures, [], [], new float[network.StaticFeatures.Length]);
}
