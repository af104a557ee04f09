using NarFormer.Graphs;

namespace NarFormer.Store;

/// <summary>Gives the networks of a store the vectors that a predictor has for them.</summary>
public static class MissingVectors
{
    /// <summary>Works on every network that has no vector of <paramref name="predictor"/> yet; what is done stays done if the work is stopped.</summary>
    /// <param name="store">The store.</param>
    /// <param name="predictor">The predictor's version.</param>
    /// <param name="foldConstants">Whether the predictor's encoding leaves out nodes that depend on stored values alone.</param>
    /// <param name="embed">Gives the vector of a network.</param>
    /// <param name="progress">Is told after each network how many are done.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Why networks have no vector still: a line for each.</returns>
    public static async Task<IReadOnlyList<string>> FillAsync(
        INetworkStore store, string predictor, bool foldConstants, Func<NetworkGraph, float[]> embed, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var failures = new List<string>();
        int done = 0;
        foreach (var network in await store.WithoutVectorAsync(predictor, cancellation).ToListAsync(cancellation).ConfigureAwait(false))
        {
            byte[] model = await store.ModelAsync(network.Hash, cancellation).ConfigureAwait(false) ?? throw new InvalidDataException($"network {network.Hash} has no model in the store");
            try
            {
                float[] vector = embed(StoredModel.Read(model, network.Name, foldConstants));
                await store.AddVectorAsync(network.Hash, predictor, vector, cancellation).ConfigureAwait(false);
                progress?.Report(++done);
            }
            catch (Exception e) when (e is FormatException or ArgumentException or InvalidDataException)
            {
                failures.Add($"{network.Hash} ({network.Name}): {e.Message}");
            }
        }

        return failures;
    }
}
