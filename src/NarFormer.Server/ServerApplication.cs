using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NarFormer.Server.Networks;
using NarFormer.Server.Predictors;
using NarFormer.Server.Security;
using NarFormer.Server.Telemetry;
using NarFormer.Store;

namespace NarFormer.Server;

/// <summary>The service as a program of its own.</summary>
public static class ServerApplication
{
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(8);

    /// <summary>Makes the service ready to start: opens the store, loads the predictors.</summary>
    /// <param name="options">What to serve.</param>
    /// <param name="addresses">Where to listen, for example <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="ArgumentException">An address is none, or reaches beyond this machine while there is no key.</exception>
    /// <exception cref="InvalidDataException">The store or a predictor cannot be used; the message names it.</exception>
    public static async Task<WebApplication> CreateAsync(ServerOptions options, IReadOnlyList<string> addresses, TimeProvider clock, CancellationToken cancellation)
    {
        ListenAddresses.Check(addresses, options.ApiKey is not null);
        // An empty builder: nothing in the environment can open another address.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = TimeToFinish;
            // What is learnt beside the requests may fail without them.
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        builder.Services.AddSingleton(clock).AddRouting();
        builder.WebHost.UseKestrelCore().UseUrls([.. addresses]).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // Names under which a page of another site could reach a service on this machine are refused.
        if (ListenAddresses.AreLoopback(addresses)) builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        TelemetryExport.Add(builder);
        builder.Services.AddNarFormer(options, await NetworkStore.OpenAsync(options.Store, clock, cancellation).ConfigureAwait(false));

        var application = builder.Build();
        try
        {
            application.Services.GetRequiredService<PredictorCatalog>();
            application.Services.GetRequiredService<StoreWriter>();
            if (ListenAddresses.AreLoopback(addresses)) application.UseHostFiltering();
            return application.MapNarFormer();
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
