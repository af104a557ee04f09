using Microsoft.Extensions.Diagnostics.HealthChecks;
using NarFormer.Store;

namespace NarFormer.Server.Health;

/// <summary>Whether the store answers.</summary>
internal sealed class StoreHealth(INetworkStore store) : IHealthCheck
{
    private const string NoNetwork = "00000000000000000000000000000000";

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await store.FindAsync(NoNetwork, cancellationToken).ConfigureAwait(false);
        return HealthCheckResult.Healthy();
    }
}
