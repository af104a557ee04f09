using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NarFormer.Server;
using NarFormer.Store;

namespace NarFormer.Page.Tests.Browser;

/// <summary>The service with a store of its own on a free port of this machine.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DirectoryInfo _folder;

    private Service(WebApplication application, DirectoryInfo folder)
    {
        _application = application;
        _folder = folder;
    }

    public string Address => _application.Urls.First();

    public INetworkStore Store => _application.Services.GetRequiredService<INetworkStore>();

    public static async Task<Service> StartAsync(ServerLimits? limits = null, string? key = null)
    {
        var folder = Directory.CreateTempSubdirectory("narformer-page-");
        var options = new ServerOptions { Store = Path.Combine(folder.FullName, "store.db"), ApiKey = key, Limits = limits ?? new() };
        var application = await ServerApplication.CreateAsync(options, ["http://127.0.0.1:0"], TimeProvider.System, CancellationToken.None);
        await application.StartAsync();
        return new Service(application, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
