using System.Net;

namespace NarFormer.Server.Tests.Endpoints;

public sealed class NetworkEndpointsTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_network_is_new_once_and_then_known()
    {
        using var first = await _server.PostAsync(RunningServer.Network(), "first.onnx");
        using var second = await _server.PostAsync(RunningServer.Network(), "second.onnx");
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        var (network, again) = (await RunningServer.JsonAsync(first), await RunningServer.JsonAsync(second));
        first.Headers.Location!.OriginalString.ShouldBe($"/v1/networks/{network["hash"]}");
        again["hash"]!.GetValue<string>().ShouldBe(network["hash"]!.GetValue<string>());
        again["name"]!.GetValue<string>().ShouldBe("first.onnx");
        again["answers"]![0]!["value"]!.GetValue<double>().ShouldBe(network["answers"]![0]!["value"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_network_is_described_with_its_answers()
    {
        using var response = await _server.PostAsync(RunningServer.Network(), "a.onnx");
        var network = await RunningServer.JsonAsync(response);
        network["nodes"]!.GetValue<int>().ShouldBeGreaterThan(10);
        network["macs"]!.GetValue<long>().ShouldBeGreaterThan(0);
        network["flops"]!.GetValue<long>().ShouldBeGreaterThan(2 * network["macs"]!.GetValue<long>() - 1);
        network["operators"]!["Conv"]!.GetValue<int>().ShouldBeGreaterThan(1);
        network["inputs"]![0]!["type"]!.GetValue<string>().ShouldBe("float32");
        network["inputs"]![0]!["shape"]!.AsArray().Count.ShouldBe(4);
        network["family"].ShouldBeNull();
        var answer = network["answers"]!.AsArray().ShouldHaveSingleItem()!;
        answer["source"]!.GetValue<string>().ShouldBe("predicted");
        answer["predictor"]!.GetValue<string>().ShouldBe("latency-ort-cpu");
        answer["unit"]!.GetValue<string>().ShouldBe("ms");
        answer["milliseconds"]!.GetValue<double>().ShouldBeInRange(answer["low"]!.GetValue<double>(), answer["high"]!.GetValue<double>());
        answer["coverage"]!.GetValue<double>().ShouldBe(0.9);
    }

    [Fact]
    public async Task A_file_may_come_in_a_form()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(RunningServer.Network()), "file", "C:\\networks\\mine.onnx" } };
        using var response = await _server.Client.PostAsync("/v1/networks", form, RunningServer.Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await RunningServer.JsonAsync(response))["name"]!.GetValue<string>().ShouldBe("mine.onnx");
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        using var response = await _server.Client.PostAsync("/v1/networks", form, RunningServer.Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await RunningServer.ProblemAsync(response)).ShouldContain("'file'");
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no network")]
    public async Task What_is_no_network_is_refused_with_the_reason(string text)
    {
        using var response = await _server.PostAsync(System.Text.Encoding.UTF8.GetBytes(text));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await RunningServer.ProblemAsync(response)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_network_is_found_by_its_hash()
    {
        string hash = await _server.AddAsync();
        (await _server.GetAsync($"/v1/networks/{hash}"))["name"]!.GetValue<string>().ShouldBe("squeezenet-1.onnx");
    }

    [Theory]
    [InlineData("/v1/networks/0123")]
    [InlineData("/v1/networks/0123/graph")]
    [InlineData("/v1/networks/0123/graph?predictor=none")]
    [InlineData("/v1/networks/0123/similar")]
    [InlineData("/v1/predictors/none/errors")]
    [InlineData("/v1/map?predictor=none")]
    [InlineData("/v1/samples/none")]
    [InlineData("/v1/samples/..%2Fnarformer.dll")]
    [InlineData("/v1/nothing")]
    public async Task What_is_not_there_is_a_problem(string path)
    {
        using var response = await _server.Client.GetAsync(path, RunningServer.Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await RunningServer.ProblemAsync(response);
    }

    [Fact]
    public async Task The_graph_has_every_operation_with_its_share_of_the_cost()
    {
        string hash = await _server.AddAsync();
        var graph = await _server.GetAsync($"/v1/networks/{hash}/graph");
        var nodes = graph["nodes"]!.AsArray();
        nodes.Count.ShouldBe((await _server.GetAsync($"/v1/networks/{hash}"))["nodes"]!.GetValue<int>());
        nodes.Sum(n => n!["share"]!.GetValue<double>()).ShouldBe(1, 1e-9);
        nodes.Select(n => n!["id"]!.GetValue<int>()).ShouldBe(Enumerable.Range(0, nodes.Count));
        nodes.First(n => n!["operator"]!.GetValue<string>() == "Conv")!["attributes"]!["kernel_shape"]!.GetValue<string>().ShouldStartWith("[");
        graph["explanation"]!["predictor"]!.GetValue<string>().ShouldBe("latency-ort-cpu");
        double predicted = graph["explanation"]!["value"]!.GetValue<double>();
        nodes.Sum(n => n!["predicted"]!.GetValue<double>()).ShouldBe(predicted, 1e-5 * predicted);
        (await _server.GetAsync($"/v1/networks/{hash}"))["answers"]![0]!["value"]!.GetValue<double>().ShouldBe(predicted, 1e-5 * predicted);
        graph["edges"]!.AsArray().ShouldAllBe(e => e!["from"]!.GetValue<int>() < e["to"]!.GetValue<int>() && e["tensor"] != null && e["shape"] != null);
    }

    [Fact]
    public async Task Without_a_predictor_that_tells_its_parts_shares_are_by_MACs_and_bytes()
    {
        await using var server = await RunningServer.StartAsync(predictors: ["nasbench201-cifar10"]);
        var graph = await server.GetAsync($"/v1/networks/{await server.AddAsync()}/graph");
        graph["explanation"].ShouldBeNull();
        graph["nodes"]!.AsArray().ShouldAllBe(n => n!["predicted"] == null);
        graph["nodes"]!.AsArray().Sum(n => n!["share"]!.GetValue<double>()).ShouldBe(1, 1e-9);
    }

    [Fact]
    public async Task The_graph_of_a_known_network_asks_for_a_known_predictor()
    {
        string hash = await _server.AddAsync();
        using var response = await _server.Client.GetAsync($"/v1/networks/{hash}/graph?predictor=none", RunningServer.Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await RunningServer.ProblemAsync(response)).ShouldContain("'none'");
    }

    [Fact]
    public async Task The_list_is_given_newest_first_in_parts_and_can_be_searched()
    {
        await _server.AddAsync("squeezenet");
        await _server.AddAsync("mnasnet");
        var all = await _server.GetAsync("/v1/networks?count=1&offset=1");
        all["total"]!.GetValue<long>().ShouldBe(2);
        all["networks"]!.AsArray().ShouldHaveSingleItem()!["name"]!.GetValue<string>().ShouldBe("squeezenet-1.onnx");
        var found = await _server.GetAsync("/v1/networks?search=SQUEEZE");
        found["total"]!.GetValue<long>().ShouldBe(1);
        found["networks"]![0]!["milliseconds"]!.GetValue<double>().ShouldBeGreaterThan(0);
        found["networks"]![0]!["source"]!.GetValue<string>().ShouldBe("predicted");
    }

    [Fact]
    public async Task A_part_that_is_no_number_is_refused()
    {
        using var response = await _server.Client.GetAsync("/v1/networks?count=many", RunningServer.Cancellation);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await RunningServer.ProblemAsync(response);
    }
}
