using Microsoft.Playwright;
using NarFormer.Page.Tests.Browser;
using NarFormer.Server;
using static Microsoft.Playwright.Assertions;

namespace NarFormer.Page.Tests;

public sealed class ProblemTests(BrowserFixture fixture) : PageTest(fixture)
{
    [Fact]
    public async Task Says_why_a_file_is_not_a_network()
    {
        var page = await OpenAsync();
        await page.Locator("input[type=file]").First.SetInputFilesAsync(NetworkFile.Of("notes.onnx", "not a network"u8.ToArray()));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is not a network that can be read");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Says_that_a_file_is_too_large()
    {
        _ = Fixture.Browser;
        await using var service = await Service.StartAsync(new ServerLimits { UploadBytes = 10_000 });
        var page = await OpenAsync(address: service.Address);
        await page.Locator("input[type=file]").First.SetInputFilesAsync(NetworkFile.Of("large.onnx", new byte[50_000]));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This file is too large");
    }

    [Fact]
    public async Task Says_when_to_come_back_to_a_busy_service()
    {
        var page = await OpenAsync();
        await page.RouteAsync("**/v1/networks?name=*", route => route.FulfillAsync(new()
        {
            Status = 429,
            ContentType = "application/problem+json",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "3" },
            Body = """{ "title": "Too Many Requests", "status": 429, "detail": "the queue is full" }""",
        }));
        await page.Locator("input[type=file]").First.SetInputFilesAsync(NetworkFile.OfZoo("squeezenet", 8));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("wait 3 s");
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("squeezenet-8");
    }

    [Fact]
    public async Task Says_that_the_service_is_gone_and_tries_again()
    {
        var page = await OpenAsync();
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Link, new() { Name = "Map" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The service does not answer");
        await page.Context.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Map of the store");
    }

    [Fact]
    public async Task Says_that_a_network_is_not_known()
    {
        var page = await OpenAsync("#/networks/00000000000000000000000000000000");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not in the store");
    }

    [Fact]
    public async Task Says_that_there_is_nothing_at_an_address()
    {
        var page = await OpenAsync("#/nowhere");
        await Expect(page.GetByText("There is nothing at this address")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Asks_for_the_key()
    {
        _ = Fixture.Browser;
        await using var service = await Service.StartAsync(key: "open-sesame");
        var page = await OpenAsync(address: service.Address);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("asks for a key");
        await page.GetByLabel("Key").FillAsync("open-sesame");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this key" }).ClickAsync();
        await Expect(page.GetByText("None yet.")).ToBeVisibleAsync();
    }
}
