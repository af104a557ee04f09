using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NarFormer.Server.Contracts;
using NarFormer.Server.Problems;

namespace NarFormer.Server.Endpoints;

/// <summary>Networks to try the service on: the files in the folder <c>samples</c> beside the program.</summary>
internal static class SampleEndpoints
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    public static void Map(IEndpointRouteBuilder routes)
    {
        var samples = routes.MapGroup("/v1/samples").WithTags("samples");
        samples.MapGet("/", List).WithName("ListSamples").WithSummary("Networks to try the service on.");
        samples.MapGet("/{name}", File).WithName("GetSample").WithSummary("A sample as an ONNX file.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<IReadOnlyList<SampleContract>> List() => TypedResults.Ok<IReadOnlyList<SampleContract>>([.. Names().Select(name => new SampleContract(name, Title(name)))]);

    private static PhysicalFileHttpResult File(string name) => Names().Contains(name, StringComparer.Ordinal)
        ? TypedResults.PhysicalFile(Path.Combine(Folder, name), "application/octet-stream", name)
        : throw new NotFoundException($"there is no sample called '{name}'");

    private static IEnumerable<string> Names() =>
        Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*.onnx").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal) : [];

    // resnet-1003.onnx was drawn by the zoo from the seed 1003.
    private static string Title(string name) => Path.GetFileNameWithoutExtension(name).Split('-') is [var family, var seed] ? $"{family}, seed {seed}" : name;
}
