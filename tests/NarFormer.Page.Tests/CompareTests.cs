using Microsoft.Playwright;
using NarFormer.Page.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace NarFormer.Page.Tests;

public sealed class CompareTests(BrowserFixture fixture) : PageTest(fixture)
{
    [Fact]
    public async Task Puts_two_networks_side_by_side()
    {
        var page = await OpenAsync($"#/compare/{HashOf("resnet-1003.onnx")}/{HashOf("efficientnet-1001.onnx")}");
        await Expect(page.Locator(".verdict")).ToContainTextAsync("resnet-1003");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "MACs" })).ToContainTextAsync("1.19 G");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "MACs" })).ToContainTextAsync("158 M");
        var operators = page.GetByRole(AriaRole.Table, new() { Name = "Operators of" });
        await Expect(operators.GetByRole(AriaRole.Row, new() { Name = "Sigmoid" })).ToContainTextAsync("+");
        await Expect(page.Locator(".graph-canvas canvas[role=application]")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Starts_from_a_similar_network_and_can_be_swapped()
    {
        var page = await OpenNetworkAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare with vit-1003" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("resnet-1003");
        await page.GetByRole(AriaRole.Link, new() { Name = "Swap" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"#/compare/{HashOf("vit-1003.onnx")}/"));
    }

    [Fact]
    public async Task Takes_a_second_file()
    {
        var page = await OpenNetworkAsync();
        await page.GetByLabel("Choose a second file: file").SetInputFilesAsync(NetworkFile.OfZoo("alexnet", 2));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("alexnet-2");
    }
}
