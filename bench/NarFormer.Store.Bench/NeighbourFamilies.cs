namespace NarFormer.Store.Bench;

/// <summary>Whether networks that lie near one another are of one family.</summary>
internal static class NeighbourFamilies
{
    private const int Nearest = 10;

    public static async Task<int> RunAsync(string location, string predictor, TextWriter output)
    {
        await using var store = await NetworkStore.OpenAsync(location, TimeProvider.System);
        var families = await store.NetworksAsync().ToDictionaryAsync(n => n.Hash, n => n.Family, StringComparer.Ordinal);
        var vectors = await store.VectorsAsync(predictor).ToListAsync();
        var networks = new SimilarNetworks();
        foreach (var vector in vectors) networks.Add(vector);
        int first = 0, all = 0;
        foreach (var vector in vectors)
        {
            var near = networks.Nearest(vector.Values, Nearest, except: vector.Hash);
            first += families[near[0].Hash] == families[vector.Hash] ? 1 : 0;
            all += near.Count(n => families[n.Hash] == families[vector.Hash]);
        }

        output.WriteLine($"{vectors.Count} networks: the nearest is of the same family for {100.0 * first / vectors.Count:0.0} %, of the {Nearest} nearest {100.0 * all / vectors.Count / Nearest:0.0} %");
        return 0;
    }
}
