using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NarFormer.Store;
using NarFormer.Zoo;

namespace NarFormer.Server.Tests;

/// <summary>The service on a free port of this machine, with an empty store.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;

    private RunningServer(WebApplication application, DirectoryInfo folder)
    {
        Application = application;
        _folder = folder;
        Client = new HttpClient { BaseAddress = new Uri(application.Urls.First()) };
    }

    public WebApplication Application { get; }

    public HttpClient Client { get; }

    public INetworkStore Store => Application.Services.GetRequiredService<INetworkStore>();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<RunningServer> StartAsync(
        ServerLimits? limits = null, string? key = null, string? store = null, IReadOnlyList<string>? predictors = null, TimeProvider? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("narformer-server-");
        var options = new ServerOptions { Store = store ?? Path.Combine(folder.FullName, "store.db"), ApiKey = key, Limits = limits ?? new(), Predictors = predictors ?? [] };
        var application = await ServerApplication.CreateAsync(options, ["http://127.0.0.1:0"], clock ?? TimeProvider.System, Cancellation);
        await application.StartAsync(Cancellation);
        return new RunningServer(application, folder);
    }

    /// <summary>A network of the zoo as a file.</summary>
    public static byte[] Network(string family = "squeezenet", ulong seed = 1) => ZooCatalog.Families.First(f => f.Name == family).Generate(seed).ToByteArray();

    /// <summary>Posts a file as the body.</summary>
    public Task<HttpResponseMessage> PostAsync(byte[] file, string name = "network.onnx")
    {
        var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return Client.PostAsync($"/v1/networks?name={Uri.EscapeDataString(name)}", content, Cancellation);
    }

    /// <summary>Brings a network of the zoo and gives its hash.</summary>
    public async Task<string> AddAsync(string family = "squeezenet", ulong seed = 1)
    {
        using var response = await PostAsync(Network(family, seed), $"{family}-{seed}.onnx");
        return (await JsonAsync(response))["hash"]!.GetValue<string>();
    }

    /// <summary>The JSON document at <paramref name="path"/>.</summary>
    public async Task<JsonNode> GetAsync(string path) => (await Client.GetFromJsonAsync<JsonNode>(path, Cancellation))!;

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>(JsonSerializerOptions.Web, Cancellation))!;

    /// <summary>The detail of the problem that a response states.</summary>
    public static async Task<string> ProblemAsync(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = await JsonAsync(response);
        problem["status"]!.GetValue<int>().ShouldBe((int)response.StatusCode);
        problem["title"].ShouldNotBeNull();
        return problem["detail"]?.GetValue<string>() ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Application.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
