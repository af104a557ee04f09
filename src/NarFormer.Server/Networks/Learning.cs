using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NarFormer.Server.Batching;
using NarFormer.Server.Predictors;
using NarFormer.Server.Problems;
using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>Asks the predictors about networks that came into the store without them, now or later, one after the other beside the requests.</summary>
internal sealed partial class Learning(INetworkStore store, PredictorCatalog predictors, KnownNetworks known, TimeProvider clock, ILogger<Learning> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var predictor in predictors.Networks)
            {
                foreach (var network in await store.WithoutVectorAsync(predictor.Version, stoppingToken).Where(n => !_unreadable.Contains(n.Hash)).ToListAsync(stoppingToken).ConfigureAwait(false))
                    await LearnAsync(network.Hash, stoppingToken).ConfigureAwait(false);
            }

            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LearnAsync(string hash, CancellationToken stopping)
    {
        for (bool done = false; !done;)
        {
            try
            {
                await known.LearnAsync(hash, stopping).ConfigureAwait(false);
                done = true;
            }
            catch (ServerBusyException)
            {
                await Task.Delay(ServerBusyException.RetryAfter, stopping).ConfigureAwait(false);
            }
            catch (Exception e) when (e is UnreadableException or NotFoundException)
            {
                _unreadable.Add(hash);
                LogUnreadable(log, hash, e.Message);
                done = true;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "network {Hash} cannot be predicted: {Reason}")]
    private static partial void LogUnreadable(ILogger log, string hash, string reason);
}
