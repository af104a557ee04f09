using NarFormer.Projection;
using NarFormer.Server.Contracts;
using NarFormer.Server.Predictors;
using NarFormer.Store;

namespace NarFormer.Server.Maps;

/// <summary>All networks of the store as a predictor sees them, in two dimensions.</summary>
internal sealed class NetworkMap(INetworkStore store)
{
    /// <summary>The map by the vectors of <paramref name="predictor"/>.</summary>
    public async Task<IReadOnlyList<MapPoint>> OfAsync(ServedNetworkPredictor predictor, CancellationToken cancellation)
    {
        var values = await PlatformValues.OfAsync(store, predictor, cancellation).ConfigureAwait(false);
        var vectors = await store.VectorsAsync(predictor.Version, cancellation: cancellation).Where(v => values.Networks.ContainsKey(v.Hash)).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. vectors.Zip(Places(vectors), (vector, place) => Point(values.Networks[vector.Hash], place, values.Of(vector.Hash)))];
    }

    // One vector alone has no direction.
    private static IEnumerable<double[]> Places(List<StoredVector> vectors)
    {
        if (vectors.Count < 2) return vectors.Select(_ => new double[2]);
        int width = vectors[0].Values.Length;
        float[] all = new float[vectors.Count * width];
        for (int i = 0; i < vectors.Count; i++) vectors[i].Values.CopyTo(all.AsSpan(i * width));
        var components = PrincipalComponents.Of(all, width, count: 2);
        return vectors.Select(v => components.Project(v.Values));
    }

    private static MapPoint Point(StoredNetwork network, double[] place, (double? Milliseconds, string? Source) latency) =>
        new(network.Hash, network.Name, network.Family, place[0], place[1], latency.Milliseconds, latency.Source);
}
