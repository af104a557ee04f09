using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace NarFormer.Server.Security;

/// <summary>Lets only requests with the key reach the data, which lies below <c>/v1</c>.</summary>
internal sealed class ApiKeyCheck(RequestDelegate next, ServerOptions options)
{
    private const string Header = "X-Api-Key";
    private const string Bearer = "Bearer ";

    private readonly byte[]? _key = options.ApiKey is { } key ? Digest(key) : null;

    public Task InvokeAsync(HttpContext context)
    {
        if (_key is null || !context.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase) || IsKey(Given(context.Request))) return next(context);
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem($"the request needs the key of this service, in the header {Header} or as Authorization: {Bearer}…", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    }

    private static string? Given(HttpRequest request)
    {
        if (request.Headers[Header].FirstOrDefault() is { } key) return key;
        string? authorization = request.Headers.Authorization.FirstOrDefault();
        return authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) is true ? authorization[Bearer.Length..] : null;
    }

    // Digests have one length, so the time of the comparison says nothing about the key.
    private bool IsKey(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Digest(given), _key);

    private static byte[] Digest(string key) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key));
}
