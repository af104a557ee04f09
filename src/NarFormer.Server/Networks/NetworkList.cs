using NarFormer.Server.Contracts;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>The list of all networks of the store, the newest first.</summary>
internal sealed class NetworkList(INetworkStore store, NetworkAnswers answers)
{
    /// <summary>A part of the list of those that match <paramref name="search"/>.</summary>
    public async Task<NetworkPage> PageAsync(int offset, int count, string? search, CancellationToken cancellation)
    {
        var filter = new NetworkFilter { Search = string.IsNullOrWhiteSpace(search) ? null : search.Trim(), NewestFirst = true, Offset = offset, Count = count };
        long total = await store.CountAsync(filter, cancellation).ConfigureAwait(false);
        var networks = await store.NetworksAsync(filter, cancellation).ToListAsync(cancellation).ConfigureAwait(false);
        var summaries = new List<NetworkSummary>(networks.Count);
        foreach (var network in networks)
        {
            var answer = (await answers.KnownAsync(network.Hash, cancellation).ConfigureAwait(false)).FirstOrDefault(a => a.Milliseconds is not null);
            summaries.Add(new NetworkSummary(network.Hash, network.Name, network.Family, network.Nodes, network.Macs, network.Parameters, answer?.Milliseconds, answer?.Source));
        }

        return new NetworkPage(total, summaries);
    }
}
