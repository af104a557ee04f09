using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NarFormer.Server.Contracts;
using NarFormer.Server.Networks;
using NarFormer.Server.Predictors;
using NarFormer.Server.Problems;

namespace NarFormer.Server.Endpoints;

/// <summary>Predictions for many networks or cells at once.</summary>
internal static class PredictionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/predictions", PredictAsync).WithTags("predictions").WithName("Predict").WithSummary("What is known of many networks, or what a predictor says of many cells.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Ok<IReadOnlyList<PredictedItem>>> PredictAsync(
        PredictionsRequest request, ServerOptions options, KnownNetworks known, CellPredictions cells, CancellationToken cancellation)
    {
        if ((request.Networks is null) == (request.Cells is null)) throw new UnreadableException("the request needs either networks or cells");
        int count = request.Networks?.Count ?? request.Cells!.Count, most = options.Limits.PredictionsOfARequest;
        if (count > most) throw new UnreadableException($"{count} are asked about at once; the most are {most}");
        if (request.Networks is { } hashes)
        {
            var items = new List<PredictedItem>(hashes.Count);
            foreach (string hash in hashes) items.Add(new PredictedItem(hash, Id: null, await known.AnswersAsync(hash, cancellation)));
            return TypedResults.Ok<IReadOnlyList<PredictedItem>>(items);
        }

        string predictor = request.Predictor ?? throw new UnreadableException("cells need the name of a predictor");
        return TypedResults.Ok(await cells.OfAsync(predictor, request.Cells!, cancellation));
    }
}
