using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace NarFormer.Server.Endpoints;

/// <summary>The web page: the files in the folder <c>wwwroot</c> beside the program.</summary>
internal static class PageEndpoints
{
    public static void Map(WebApplication application)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (!Directory.Exists(folder)) return;
        application.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            StaticFileOptions = { ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".onnx"] = "application/octet-stream" } } },
        });
    }
}
