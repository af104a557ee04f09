using System.Net;

namespace NarFormer.Server.Tests.Endpoints;

public sealed class PredictionEndpointsTests : IAsyncLifetime
{
    private const string Cell = "|nor_conv_3x3~0|+|nor_conv_3x3~0|none~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";

    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Many_networks_are_answered_in_their_order()
    {
        string[] hashes = [await _server.AddAsync("squeezenet"), await _server.AddAsync("mnasnet")];
        using var response = await PostAsync($$"""{"networks":["{{hashes[1]}}","{{hashes[0]}}"]}""");
        var items = (await RunningServer.JsonAsync(response)).AsArray();
        items.Select(i => i!["hash"]!.GetValue<string>()).ShouldBe([hashes[1], hashes[0]]);
        items.ShouldAllBe(i => i!["answers"]!.AsArray().Count == 1);
    }

    [Fact]
    public async Task Cells_are_predicted_by_text_and_by_operations()
    {
        using var response = await PostAsync($$"""
            {"predictor":"nasbench201-cifar10","cells":["{{Cell}}",
             {"id":"mine","ops":["input","nor_conv_3x3","output"],"edges":[[0,1],[1,2]]}]}
            """);
        var items = (await RunningServer.JsonAsync(response)).AsArray();
        items.Select(i => i!["id"]!.GetValue<string>()).ShouldBe([Cell, "mine"]);
        items[0]!["answers"]![0]!["value"]!.GetValue<double>().ShouldBeInRange(0.85, 0.95);
        items[0]!["answers"]![0]!["milliseconds"].ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"predictor":"nasbench201-cifar10","cells":["|x~0|"]}""", "cell 0")]
    [InlineData("""{"predictor":"nasbench201-cifar10","cells":[5]}""", "cell 0")]
    [InlineData("""{"predictor":"nasbench201-cifar10","cells":[{"ops":["input","output"]}]}""", "ops and edges")]
    [InlineData("""{"predictor":"nasbench201-cifar10","cells":[{"ops":["input","strange","output"],"edges":[[0,1],[1,2]]}]}""", "strange")]
    [InlineData("""{"predictor":"nasbench201-cifar10","cells":[{"ops":["input","output"],"edges":[[0]]}]}""", "two ends")]
    [InlineData("""{"cells":[]}""", "name of a predictor")]
    [InlineData("""{"cells":[],"networks":[]}""", "either")]
    [InlineData("{}", "either")]
    public async Task Wrong_questions_are_refused_with_the_reason(string json, string reason)
    {
        using var response = await PostAsync(json);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await RunningServer.ProblemAsync(response)).ShouldContain(reason);
    }

    [Theory]
    [InlineData("""{"networks":["0123"]}""", HttpStatusCode.NotFound)]
    [InlineData("""{"cells":[],"predictor":"none"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"networks":""", HttpStatusCode.BadRequest)]
    [InlineData("""{"networks":5}""", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    public async Task Unknown_names_and_broken_documents_are_problems(string json, HttpStatusCode status)
    {
        using var response = await PostAsync(json);
        response.StatusCode.ShouldBe(status);
        await RunningServer.ProblemAsync(response);
    }

    [Fact]
    public async Task Too_many_at_once_are_refused()
    {
        await using var server = await RunningServer.StartAsync(new ServerLimits { PredictionsOfARequest = 1 });
        using var response = await server.Client.PostAsync("/v1/predictions", Json("""{"networks":["a","b"]}"""), RunningServer.Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private Task<HttpResponseMessage> PostAsync(string json) => _server.Client.PostAsync("/v1/predictions", Json(json), RunningServer.Cancellation);

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
