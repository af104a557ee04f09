using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using NarFormer.Server.Problems;

namespace NarFormer.Server.Uploads;

/// <summary>
/// A file that a request brings: as its body, of whatever type the caller says it is, or as the field <c>file</c> of a form. It is received as a whole, beyond a
/// megabyte into a temporary file, and can then be skipped through.
/// </summary>
/// <param name="Name">What the caller calls it.</param>
/// <param name="Content">Its bytes; they are gone with the request.</param>
internal sealed record UploadedFile(string Name, Stream Content)
{
    private const int BytesInMemory = 1 << 20;
    private const int LongestName = 200;
    private const string NameOfNothing = "network.onnx";

    /// <summary>Receives the file of <paramref name="request"/>.</summary>
    /// <exception cref="BadHttpRequestException">It is too large.</exception>
    /// <exception cref="UnreadableException">The request brings no file.</exception>
    public static async Task<UploadedFile> ReceiveAsync(HttpRequest request, ServerLimits limits, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limits.UploadBytes;
        return request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) is true
            ? await FormFieldAsync(request, limits, cancellation).ConfigureAwait(false)
            : await BodyAsync(request, cancellation).ConfigureAwait(false);
    }

    private static async Task<UploadedFile> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        request.EnableBuffering(BytesInMemory);
        await request.Body.DrainAsync(cancellation).ConfigureAwait(false);
        request.Body.Position = 0;
        return new UploadedFile(NameOf(request.Query["name"]), request.Body);
    }

    private static async Task<UploadedFile> FormFieldAsync(HttpRequest request, ServerLimits limits, CancellationToken cancellation)
    {
        var options = new FormOptions { MemoryBufferThreshold = BytesInMemory, MultipartBodyLengthLimit = limits.UploadBytes, ValueCountLimit = 16 };
        try
        {
            var form = await request.ReadFormAsync(options, cancellation).ConfigureAwait(false);
            var file = form.Files.GetFile("file") ?? throw new UnreadableException("the form has no file in a field called 'file'");
            var content = file.OpenReadStream();
            request.HttpContext.Response.RegisterForDispose(content);
            return new UploadedFile(NameOf(request.Query["name"].FirstOrDefault() ?? file.FileName), content);
        }
        catch (InvalidDataException e)
        {
            throw new BadHttpRequestException(e.Message, e.Message.Contains("limit", StringComparison.Ordinal) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, e);
        }
    }

    // Browsers on other systems may send a whole path.
    private static string NameOf(string? name)
    {
        name = (name ?? "").Replace('\\', '/');
        name = new string([.. name[(name.LastIndexOf('/') + 1)..].Where(c => !char.IsControl(c))]).Trim();
        return name.Length == 0 ? NameOfNothing : name[..Math.Min(name.Length, LongestName)];
    }
}
