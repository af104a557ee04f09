using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NarFormer.Description;
using NarFormer.Server.Contracts;
using NarFormer.Server.Maps;
using NarFormer.Server.Predictors;
using NarFormer.Store;

namespace NarFormer.Server.Endpoints;

/// <summary>Predictors: what they are and how far off they lie.</summary>
internal static class PredictorEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var predictors = routes.MapGroup("/v1/predictors").WithTags("predictors");
        predictors.MapGet("/", List).WithName("ListPredictors").WithSummary("The predictors that this service uses.");
        predictors.MapGet("/{name}/errors", ErrorsAsync).WithName("GetPredictorErrors").WithSummary("Networks that were measured on the predictor's platform, with what it says of them.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<IReadOnlyList<PredictorContract>> List(PredictorCatalog predictors) => TypedResults.Ok<IReadOnlyList<PredictorContract>>(
    [
        .. predictors.Networks.Select(p => Contract(p.Description, p.Version, p.Coverage)),
        .. predictors.Cells.Select(p => Contract(p.Description, p.Version, coverage: null)),
    ]);

    private static async Task<Ok<IReadOnlyList<PredictorError>>> ErrorsAsync(string name, PredictorCatalog predictors, INetworkStore store, CancellationToken cancellation)
    {
        var values = await PlatformValues.OfAsync(store, predictors.Network(name), cancellation);
        return TypedResults.Ok<IReadOnlyList<PredictorError>>(
        [
            .. values.Networks.Values.Where(n => values.Measured.ContainsKey(n.Hash) && values.Predicted.ContainsKey(n.Hash))
                .Select(n => new PredictorError(n.Hash, n.Name, n.Family, values.Measured[n.Hash], values.Predicted[n.Hash])),
        ]);
    }

    private static PredictorContract Contract(PredictorDescription description, string version, double? coverage) => new(
        description.Name,
        version,
        description.Platform,
        description.Unit,
        description.Predicts,
        description.Cells is null ? "networks" : "cells",
        description.Cells?.Space,
        description.Encoding,
        description.TrainingData.Networks,
        description.Members,
        coverage,
        description.Scores);
}
