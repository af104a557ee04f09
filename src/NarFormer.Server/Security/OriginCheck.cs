using Microsoft.AspNetCore.Http;

namespace NarFormer.Server.Security;

/// <summary>Refuses what the page of another site sends through the browser of someone who can reach this service.</summary>
internal sealed class OriginCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        string? origin = context.Request.Headers.Origin.FirstOrDefault();
        return origin is null || HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || IsOwn(origin, context.Request.Host)
            ? next(context)
            : Results.Problem($"requests from pages of {origin} are not taken", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, host.Value, StringComparison.OrdinalIgnoreCase);
}
