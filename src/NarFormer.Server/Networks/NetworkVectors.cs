using System.Collections.Concurrent;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>The vectors of all networks in memory, for each predictor from when it is first asked.</summary>
internal sealed class NetworkVectors(INetworkStore store, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<FollowedVectors>>> _loaded = new(StringComparer.Ordinal);

    /// <summary>The networks that are nearest to <paramref name="point"/>, the nearest first, without <paramref name="except"/>.</summary>
    public async Task<IReadOnlyList<SimilarNetwork>> NearestAsync(string predictor, ReadOnlyMemory<float> point, int count, string except, CancellationToken cancellation)
    {
        var loading = _loaded.GetOrAdd(predictor, version => new Lazy<Task<FollowedVectors>>(() => FollowedVectors.LoadAsync(store, version, clock)));
        try
        {
            var vectors = await loading.Value.WaitAsync(cancellation).ConfigureAwait(false);
            return await vectors.NearestAsync(point, count, except, cancellation).ConfigureAwait(false);
        }
        catch (Exception) when (loading.Value.IsFaulted)
        {
            _loaded.TryRemove(KeyValuePair.Create(predictor, loading));
            throw;
        }
    }

    /// <summary>Takes in what the store knows of <paramref name="entry"/> by now.</summary>
    public async Task AddAsync(StoreEntry entry)
    {
        foreach (var (predictor, vector) in entry.Vectors)
        {
            if (_loaded.TryGetValue(predictor, out var loading)) (await loading.Value.ConfigureAwait(false)).Add(new StoredVector(entry.Network.Hash, vector.ToArray()));
        }
    }
}
