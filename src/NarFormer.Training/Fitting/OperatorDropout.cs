using NarFormer.Encoding;
using NarFormer.Training.Samples;

namespace NarFormer.Training.Fitting;

/// <summary>
/// Hides which operator some nodes are, so that training also meets what it will meet later: operators that it never saw, of
/// which only sizes, place and perhaps the kind of work are known. In a share of the networks of each step one of their
/// operators is hidden at all of its nodes, and half of the time their kind as well.
/// </summary>
/// <param name="encoding">The encoding, which knows the features of operators apart.</param>
/// <param name="share">The share of networks.</param>
/// <param name="seed">The recipe's seed.</param>
internal sealed class OperatorDropout(INetworkEncoding encoding, double share, long seed)
{
    /// <summary>Hides operators of <paramref name="batch"/>, which holds <paramref name="networks"/>; the same ones whenever the step is the same.</summary>
    public void Apply(PackedBatch batch, IReadOnlyList<TrainingSample> networks, long step)
    {
        var random = new Random((int)SeedMix.Of(seed, SeedMix.HiddenOperators, step));
        int node = 0;
        foreach (var sample in networks)
        {
            int count = sample.Network.NodeCount;
            if (random.NextDouble() < share) Hide(batch.NodeFeatures.AsSpan(node * encoding.NodeFeatureCount, count * encoding.NodeFeatureCount), count, random);
            node += count;
        }
    }

    private void Hide(Span<float> features, int nodes, Random random)
    {
        int width = encoding.NodeFeatureCount, operators = encoding.OperatorFeatures;
        int hidden = OperatorOf(features.Slice(random.Next(nodes) * width, operators));
        int columns = operators + (random.Next(2) == 0 ? encoding.KindFeatures : 0);
        for (int n = 0; n < nodes; n++)
        {
            var row = features.Slice(n * width, width);
            if (OperatorOf(row[..operators]) == hidden) row[..columns].Clear();
        }
    }

    private static int OperatorOf(ReadOnlySpan<float> oneHot) => oneHot.IndexOf(1f);
}
