using System.Net;
using System.Net.Http.Headers;

namespace NarFormer.Server.Tests.Security;

public sealed class AccessTests
{
    [Fact]
    public async Task Data_needs_the_key_in_one_of_two_headers()
    {
        await using var server = await RunningServer.StartAsync(key: "secret");
        (await StatusAsync(server, _ => { })).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(server, headers => headers.Add("X-Api-Key", "wrong"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(server, headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", "wrong"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(server, headers => headers.Add("X-Api-Key", "secret"))).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(server, headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", "secret"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_missing_key_is_a_problem()
    {
        await using var server = await RunningServer.StartAsync(key: "secret");
        using var response = await server.PostAsync(RunningServer.Network());
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await RunningServer.ProblemAsync(response)).ShouldContain("X-Api-Key");
    }

    [Fact]
    public async Task Health_needs_no_key()
    {
        await using var server = await RunningServer.StartAsync(key: "secret");
        (await server.Client.GetStringAsync("/health/ready", RunningServer.Cancellation)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_send_anything()
    {
        await using var server = await RunningServer.StartAsync();
        (await StatusAsync(server, headers => headers.Add("Origin", "https://elsewhere.example"), HttpMethod.Post)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(server, headers => headers.Add("Origin", "null"), HttpMethod.Post)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(server, headers => headers.Add("Origin", server.Application.Urls.First()), HttpMethod.Post)).ShouldNotBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_foreign_name_of_this_machine_is_refused()
    {
        await using var server = await RunningServer.StartAsync();
        (await StatusAsync(server, headers => headers.Host = "rebound.example")).ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningServer server, Action<HttpRequestHeaders> change, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, method == HttpMethod.Post ? "/v1/predictions" : "/v1/predictors");
        change(request.Headers);
        using var response = await server.Client.SendAsync(request, RunningServer.Cancellation);
        return response.StatusCode;
    }
}
