using Microsoft.Playwright;
using NarFormer.Page.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace NarFormer.Page.Tests;

public sealed class PredictorTests(BrowserFixture fixture) : PageTest(fixture)
{
    [Fact]
    public async Task Shows_how_far_the_predictor_in_use_is_off()
    {
        var page = await OpenNetworkAsync("vit-1003.onnx");
        await page.Locator(".reading .note a").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("latency-ort-cpu");
        await Expect(page.Locator(".verdict")).ToContainTextAsync("1 measured network");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Networks by error" })).ToContainTextAsync("−9.1");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Histogram" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Lists_predictors_of_cells_too()
    {
        var page = await OpenAsync("#/predictors");
        await page.GetByRole(AriaRole.Link, new() { Name = "nasbench201-cifar10" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("nasbench201-cifar10");
    }
}
