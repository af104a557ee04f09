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
        var vectors = await store.VectorsAsync(predictor.Version, cancellation).Where(v => values.Networks.ContainsKey(v.Hash)).ToListAsync(cancellation).ConfigureAwait(false);
        var places = PrincipalPlane.Project([.. vectors.Select(v => v.Values)]);
        return [.. vectors.Zip(places, (vector, place) => Point(values.Networks[vector.Hash], place, values.Of(vector.Hash)))];
    }

    private static MapPoint Point(StoredNetwork network, (double X, double Y) place, (double? Milliseconds, string? Source) latency) =>
        new(network.Hash, network.Name, network.Family, place.X, place.Y, latency.Milliseconds, latency.Source);
}
