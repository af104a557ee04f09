using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NarFormer.Server.Batching;
using NarFormer.Server.Contracts;
using NarFormer.Server.Endpoints;
using NarFormer.Server.Health;
using NarFormer.Server.Maps;
using NarFormer.Server.Networks;
using NarFormer.Server.Predictors;
using NarFormer.Server.Problems;
using NarFormer.Server.Security;
using NarFormer.Server.Telemetry;
using NarFormer.Store;

namespace NarFormer.Server;

/// <summary>Adds the service to an ASP.NET Core application.</summary>
public static class ServerRegistration
{
    /// <summary>Adds what <see cref="MapNarFormer"/> needs.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="options">What to serve.</param>
    /// <param name="store">The store; it is closed with the application.</param>
    public static IServiceCollection AddNarFormer(this IServiceCollection services, ServerOptions options, INetworkStore store)
    {
        services.AddSingleton(options).AddSingleton(options.Limits).AddSingleton(_ => store);
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics().AddSingleton<ServerMetrics>().AddSingleton<ReadingSlots>();
        services.AddSingleton(provider => PredictorCatalog.Load(options, provider.GetRequiredService<ServerMetrics>()));
        services.AddSingleton<NetworkVectors>().AddSingleton<StoreWriter>().AddSingleton<NetworkReading>().AddSingleton<NetworkAnswers>().AddSingleton<KnownNetworks>().AddSingleton<NetworkExplanations>();
        services.AddSingleton<NetworkList>().AddSingleton<NetworkMap>().AddSingleton<CellPredictions>();

        services.AddHostedService<Learning>();

        services.AddProblemDetails().AddExceptionHandler<ProblemWriter>();
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = options.Limits.RequestTime, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ServerJson.Default));
        services.AddOpenApi();
        services.AddHealthChecks().AddCheck<StoreHealth>("store");
        return services;
    }

    /// <summary>Adds the endpoints of the service and the page.</summary>
    public static WebApplication MapNarFormer(this WebApplication application)
    {
        application.UseExceptionHandler();
        application.UseStatusCodePages();
        application.UseMiddleware<ResponseHeaders>();
        application.UseMiddleware<OriginCheck>();
        application.UseMiddleware<ApiKeyCheck>();
        PageEndpoints.Map(application);
        application.UseRouting();
        application.UseRequestTimeouts();
        MapRoutes(application);
        return application;
    }

    private static void MapRoutes(IEndpointRouteBuilder routes)
    {
        NetworkEndpoints.Map(routes);
        PredictionEndpoints.Map(routes);
        PlatformEndpoints.Map(routes);
        PredictorEndpoints.Map(routes);
        MapEndpoints.Map(routes);
        SampleEndpoints.Map(routes);
        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready");
    }
}
