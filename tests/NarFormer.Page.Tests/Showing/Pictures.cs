using Microsoft.Playwright;
using NarFormer.Page.Tests.Browser;
using NarFormer.Testing;
using static Microsoft.Playwright.Assertions;

namespace NarFormer.Page.Tests.Showing;

/// <summary>Makes the pictures of the documentation anew; only run when asked for (<c>--explicit only</c>).</summary>
public sealed class Pictures(BrowserFixture fixture) : PageTest(fixture)
{
    private const int NetworksOfAFamily = 8;

    [Fact(Explicit = true)]
    public async Task Of_the_start() => await TakeAsync(await OpenKnownAsync("#/"), "page-start");

    [Theory(Explicit = true)]
    [InlineData(ColorScheme.Light, "page-network")]
    [InlineData(ColorScheme.Dark, "page-dark")]
    public async Task Of_a_network(ColorScheme scheme, string name)
    {
        var page = await OpenKnownAsync($"#/networks/{HashOf("resnet-1003.onnx")}", scheme);
        await page.Locator(".graph-canvas canvas[role=application]").WaitForAsync();
        await page.GetByRole(AriaRole.Table, new() { Name = "Nodes with their cost" }).GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Button).ClickAsync();
        await TakeAsync(page, name);
    }

    [Fact(Explicit = true)]
    public async Task Of_two_networks()
    {
        var page = await OpenKnownAsync($"#/compare/{HashOf("resnet-1003.onnx")}/{HashOf("efficientnet-1001.onnx")}");
        await Expect(page.Locator(".graph-canvas canvas[role=application]")).ToHaveCountAsync(2);
        await TakeAsync(page, "page-compare");
    }

    [Fact(Explicit = true)]
    public async Task Of_the_map()
    {
        _ = Fixture.Browser;
        await using var service = await Service.StartAsync();
        await StoreContent.FillWithFamiliesAsync(service, NetworksOfAFamily);
        var page = await OpenKnownAsync("#/map", address: service.Address);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Colour" }).SelectOptionAsync("family");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Families" })).ToBeVisibleAsync();
        await TakeAsync(page, "page-map");
    }

    private Task<IPage> OpenKnownAsync(string fragment, ColorScheme scheme = ColorScheme.Light, string? address = null) =>
        OpenAsync(fragment, new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 1440, Height = 1000 } }, address);

    private static async Task TakeAsync(IPage page, string name)
    {
        await Expect(page.GetByRole(AriaRole.Table).First).ToBeVisibleAsync(Patiently);
        await page.EvaluateAsync("async () => { await document.fonts.ready; for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame); }");
        await page.ScreenshotAsync(new() { Path = Path.Combine(SharedData.Repository(), "docs", "images", $"{name}.png"), FullPage = true });
    }
}
