using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NarFormer.Server.Contracts;
using NarFormer.Server.Predictors;
using NarFormer.Store;

namespace NarFormer.Server.Endpoints;

/// <summary>Platforms: what can be asked about, and what was measured.</summary>
internal static class PlatformEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/platforms", ListAsync).WithTags("platforms").WithName("ListPlatforms").WithSummary("The platforms for which there are predictors or measurements.");

    private static async Task<Ok<IReadOnlyList<PlatformContract>>> ListAsync(PredictorCatalog predictors, INetworkStore store, CancellationToken cancellation)
    {
        var measured = (await store.StatisticsAsync(cancellation)).Platforms.ToDictionary(p => p.Platform, p => p.Measurements, StringComparer.Ordinal);
        var predicted = predictors.Networks.ToLookup(p => p.Description.Platform, p => p.Description.Name, StringComparer.Ordinal);
        var names = predictors.Networks.Select(p => p.Description.Platform).Concat(measured.Keys.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal);
        return TypedResults.Ok<IReadOnlyList<PlatformContract>>([.. names.Select(name => Platform(name, [.. predicted[name]], measured.GetValueOrDefault(name)))]);
    }

    private static PlatformContract Platform(string name, string[] predictors, long measurements) =>
        new(name, predictors.Length > 0 ? $"predicted by {string.Join(", ", predictors)}" : "measured only", predictors, measurements);
}
