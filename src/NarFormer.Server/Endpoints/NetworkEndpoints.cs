using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NarFormer.Server.Contracts;
using NarFormer.Server.Networks;
using NarFormer.Server.Predictors;
using NarFormer.Server.Uploads;

namespace NarFormer.Server.Endpoints;

/// <summary>Networks: bringing them, what they are, the list of all.</summary>
internal static class NetworkEndpoints
{
    private const int MostInAPage = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var networks = routes.MapGroup("/v1/networks").WithTags("networks");
        networks.MapPost("/", AddAsync).WithName("AddNetwork").WithSummary("Brings a network, as an ONNX file in the body or in the field 'file' of a form, and gives what is known of it.")
            .Accepts<Stream>("application/octet-stream", "multipart/form-data", "application/x-www-form-urlencoded")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status429TooManyRequests);
        networks.MapGet("/", ListAsync).WithName("ListNetworks").WithSummary("A part of the list of all networks.");
        networks.MapGet("/{hash}", FindAsync).WithName("GetNetwork").WithSummary("A network with the answers to it.").ProducesProblem(StatusCodes.Status404NotFound);
        networks.MapGet("/{hash}/similar", SimilarAsync).WithName("GetSimilarNetworks").WithSummary("The known networks that are most like a network, the nearest first.").ProducesProblem(StatusCodes.Status404NotFound);
        networks.MapGet("/{hash}/graph", GraphAsync).WithName("GetGraph").WithSummary("The graph of a network with what each operation costs, by MACs and bytes and by a predictor that tells.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<NetworkContract>, Ok<NetworkContract>>> AddAsync(
        HttpRequest request, ServerOptions options, NetworkReading reading, KnownNetworks known, CancellationToken cancellation)
    {
        var file = await UploadedFile.ReceiveAsync(request, options.Limits, cancellation);
        var read = await reading.ReadAsync(file.Content, file.Name, cancellation);
        var (network, isNew) = await known.AddAsync(read, cancellation);
        return isNew ? TypedResults.Created($"/v1/networks/{network.Hash}", network) : TypedResults.Ok(network);
    }

    private static async Task<Ok<NetworkContract>> FindAsync(string hash, KnownNetworks known, CancellationToken cancellation) =>
        TypedResults.Ok(await known.FindAsync(hash, cancellation));

    private static async Task<Ok<GraphContract>> GraphAsync(
        string hash, KnownNetworks known, NetworkExplanations explanations, CancellationToken cancellation, string? predictor = null) =>
        TypedResults.Ok(await explanations.GraphAsync(await known.ReadAsync(hash, cancellation), predictor, cancellation));

    private static async Task<Ok<IReadOnlyList<SimilarContract>>> SimilarAsync(
        string hash, KnownNetworks known, PredictorCatalog predictors, CancellationToken cancellation, int count = 10, string? predictor = null) =>
        TypedResults.Ok(await known.SimilarAsync(hash, Math.Clamp(count, 1, MostInAPage), predictors.NetworkOrFirst(predictor), cancellation));

    private static async Task<Ok<NetworkPage>> ListAsync(NetworkList list, CancellationToken cancellation, int offset = 0, int count = 50, string? search = null) =>
        TypedResults.Ok(await list.PageAsync(Math.Max(offset, 0), Math.Clamp(count, 1, MostInAPage), search, cancellation));
}
