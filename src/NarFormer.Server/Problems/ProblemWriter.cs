using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using NarFormer.Server.Batching;

namespace NarFormer.Server.Problems;

/// <summary>Turns errors into problem details that say what the caller can do about them.</summary>
internal sealed class ProblemWriter : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail) = exception switch
        {
            UnreadableException => (StatusCodes.Status422UnprocessableEntity, exception.Message),
            NotFoundException => (StatusCodes.Status404NotFound, exception.Message),
            ServerBusyException => (StatusCodes.Status429TooManyRequests, exception.Message),
            BadHttpRequestException bad => (bad.StatusCode, bad.InnerException is System.Text.Json.JsonException json ? json.Message : bad.Message),
            _ => (0, ""),
        };
        if (status == 0) return false;
        if (exception is ServerBusyException) httpContext.Response.Headers.RetryAfter = ((int)ServerBusyException.RetryAfter.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Results.Problem(detail, statusCode: status).ExecuteAsync(httpContext).ConfigureAwait(false);
        return true;
    }
}
