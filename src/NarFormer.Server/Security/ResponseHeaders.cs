using Microsoft.AspNetCore.Http;

namespace NarFormer.Server.Security;

/// <summary>Tells browsers that the page loads nothing from elsewhere, and that types are what they say.</summary>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    private const string Policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }
}
