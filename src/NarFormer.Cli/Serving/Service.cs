using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using NarFormer.Server;

namespace NarFormer.Cli.Serving;

/// <summary>The life of the service: it starts, says where it listens, and stops when it is told to.</summary>
internal static class Service
{
    /// <summary>Serves until <paramref name="cancellation"/>, Ctrl-C or a termination signal; requests that are under way are finished.</summary>
    public static async Task<int> RunAsync(VerbContext context, ServerOptions options, IReadOnlyList<string> addresses, bool json, CancellationToken cancellation)
    {
        var application = await ServerApplication.CreateAsync(options, addresses, context.Clock, cancellation);
        await using (application)
        {
            await application.StartAsync(cancellation);
            foreach (string address in application.Urls)
                await context.Output.WriteLineAsync(json ? new JsonObject { ["listening"] = address }.ToJsonString() : $"listening on {address}");
            await context.Output.FlushAsync(cancellation);
            await application.WaitForShutdownAsync(cancellation);
        }

        return ExitCode.Ok;
    }
}
