using NarFormer.Store;

namespace NarFormer.Server.Tests.Endpoints;

public sealed class OverviewEndpointsTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Predictors_say_what_they_are()
    {
        var predictors = (await _server.GetAsync("/v1/predictors")).AsArray();
        predictors.Select(p => p!["name"]!.GetValue<string>()).ShouldBe(["latency-ort-cpu", "nasbench201-cifar10"]);
        predictors[0]!["takes"]!.GetValue<string>().ShouldBe("networks");
        predictors[0]!["coverage"]!.GetValue<double>().ShouldBe(0.9);
        predictors[0]!["metrics"]!["test"]!["mape"]!.GetValue<double>().ShouldBeInRange(0, 0.1);
        predictors[1]!["space"]!.GetValue<string>().ShouldBe("nasbench201");
    }

    [Fact]
    public async Task A_measurement_takes_the_place_of_a_prediction_and_adds_its_platform()
    {
        string hash = await _server.AddAsync();
        string platform = (await _server.GetAsync("/v1/platforms"))[0]!["name"]!.GetValue<string>();
        await _server.Store.AddMeasurementAsync(Measurement(hash, platform, 3.5), RunningServer.Cancellation);
        await _server.Store.AddMeasurementAsync(Measurement(hash, "another", 7), RunningServer.Cancellation);

        var answers = (await _server.GetAsync($"/v1/networks/{hash}"))["answers"]!.AsArray();
        answers.Select(a => a!["source"]!.GetValue<string>()).ShouldBe(["measured", "measured"]);
        answers.Select(a => a!["milliseconds"]!.GetValue<double>()).ShouldBe([3.5, 7]);

        var platforms = (await _server.GetAsync("/v1/platforms")).AsArray();
        platforms.Select(p => p!["measurements"]!.GetValue<long>()).ShouldBe([1, 1]);
        platforms[0]!["predictors"]!.AsArray().Count.ShouldBe(1);

        var errors = (await _server.GetAsync("/v1/predictors/latency-ort-cpu/errors")).AsArray();
        errors.ShouldHaveSingleItem()!["measured"]!.GetValue<double>().ShouldBe(3.5);
        errors[0]!["predicted"]!.GetValue<double>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_nearest_networks_come_first_and_new_ones_are_found_at_once()
    {
        string hash = await _server.AddAsync("squeezenet", 1);
        (await _server.GetAsync($"/v1/networks/{hash}/similar")).AsArray().ShouldBeEmpty();
        string[] others = [await _server.AddAsync("squeezenet", 2), await _server.AddAsync("mnasnet"), await _server.AddAsync("alexnet")];
        var similar = (await _server.GetAsync($"/v1/networks/{hash}/similar?count=2")).AsArray();
        similar.Count.ShouldBe(2);
        similar.Select(s => s!["hash"]!.GetValue<string>()).ShouldBeSubsetOf(others);
        similar[0]!["distance"]!.GetValue<double>().ShouldBeInRange(1e-9, similar[1]!["distance"]!.GetValue<double>());
        similar[0]!["answers"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_map_has_every_network()
    {
        (await _server.GetAsync("/v1/map")).AsArray().ShouldBeEmpty();
        string[] hashes = [await _server.AddAsync("squeezenet"), await _server.AddAsync("mnasnet"), await _server.AddAsync("alexnet")];
        var map = (await _server.GetAsync("/v1/map?predictor=latency-ort-cpu")).AsArray();
        map.Select(p => p!["hash"]!.GetValue<string>()).ShouldBe(hashes, ignoreOrder: true);
        map.Sum(p => p!["x"]!.GetValue<double>()).ShouldBe(0, 1e-3);
        map.ShouldAllBe(p => p!["milliseconds"]!.GetValue<double>() > 0);
    }

    [Fact]
    public async Task Samples_can_be_fetched_and_brought()
    {
        var samples = (await _server.GetAsync("/v1/samples")).AsArray();
        samples.Count.ShouldBe(3);
        byte[] file = await _server.Client.GetByteArrayAsync($"/v1/samples/{samples[0]!["name"]}", RunningServer.Cancellation);
        using var response = await _server.PostAsync(file);
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task The_service_describes_itself()
    {
        var document = await _server.GetAsync("/openapi/v1.json");
        string[] paths =
        [
            "/v1/networks", "/v1/networks/{hash}", "/v1/networks/{hash}/graph", "/v1/networks/{hash}/similar", "/v1/predictions", "/v1/platforms", "/v1/predictors",
            "/v1/predictors/{name}/errors", "/v1/map", "/v1/samples", "/v1/samples/{name}",
        ];
        foreach (string path in paths) document["paths"]![path].ShouldNotBeNull(path);
        document["components"]!["schemas"]!["NetworkContract"]!["properties"]!["answers"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_is_healthy(string path) => (await _server.Client.GetStringAsync(path, RunningServer.Cancellation)).ShouldBe("Healthy");

    private static StoredMeasurement Measurement(string hash, string platform, double milliseconds) =>
        new(hash, platform, milliseconds, milliseconds, milliseconds, [1, 2, 3, 4, 5, 6, 7], 10, "{}", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
}
