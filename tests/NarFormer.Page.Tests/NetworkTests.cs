using Microsoft.Playwright;
using NarFormer.Page.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace NarFormer.Page.Tests;

public sealed class NetworkTests(BrowserFixture fixture) : PageTest(fixture)
{
    [Fact]
    public async Task Says_what_was_measured_and_what_was_predicted()
    {
        var page = await OpenNetworkAsync();
        await Expect(page.Locator(".reading .tag.measured")).ToBeVisibleAsync();
        page = await OpenNetworkAsync("vit-1003.onnx");
        await Expect(page.Locator(".reading .tag.predicted")).ToBeVisibleAsync();
        await Expect(page.Locator(".interval")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("between .* and .*"));
    }

    [Fact]
    public async Task Shows_the_figures_of_the_command_line()
    {
        var page = await OpenNetworkAsync();
        var figures = page.Locator("dl.figures").First;
        await Expect(figures).ToContainTextAsync("1.19 G");
        await Expect(figures).ToContainTextAsync("8.37 M");
        await Expect(figures).ToContainTextAsync("float32 1×3×160×160");
    }

    [Fact]
    public async Task Shows_the_nearest_known_networks()
    {
        var page = await OpenNetworkAsync();
        var similar = page.GetByRole(AriaRole.Table, new() { Name = "Nearest known networks" });
        await Expect(similar.GetByRole(AriaRole.Link, new() { Name = "efficientnet-1001" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Can_be_shared_by_its_address()
    {
        var page = await OpenNetworkAsync(options: new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        (await page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldEndWith($"#/networks/{HashOf("resnet-1003.onnx")}");
    }
}
