using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NarFormer.Server.Contracts;
using NarFormer.Server.Maps;
using NarFormer.Server.Predictors;

namespace NarFormer.Server.Endpoints;

/// <summary>The map of all networks.</summary>
internal static class MapEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/map", MapAsync).WithTags("networks").WithName("GetMap").WithSummary("All networks in two dimensions: those that are alike lie near each other.")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<IReadOnlyList<MapPoint>>> MapAsync(NetworkMap map, PredictorCatalog predictors, CancellationToken cancellation, string? predictor = null) =>
        TypedResults.Ok(await map.OfAsync(predictors.NetworkOrFirst(predictor), cancellation));
}
