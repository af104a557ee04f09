using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NarFormer.Page.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace NarFormer.Page.Tests;

public sealed class AccessibilityTests(BrowserFixture fixture) : PageTest(fixture)
{
    [Theory]
    [InlineData("start", ColorScheme.Dark)]
    [InlineData("network", ColorScheme.Light)]
    [InlineData("network", ColorScheme.Dark)]
    [InlineData("compare", ColorScheme.Light)]
    [InlineData("map", ColorScheme.Dark)]
    [InlineData("predictors", ColorScheme.Light)]
    public async Task Breaks_no_rule_of_axe(string view, ColorScheme scheme)
    {
        var page = await OpenAsync(FragmentOf(view), new() { ColorScheme = scheme, ViewportSize = new() { Width = 1440, Height = 1000 } });
        await Expect(page.GetByRole(AriaRole.Table).First).ToBeVisibleAsync(Patiently);
        if (view == "network") await page.GetByRole(AriaRole.Button, new() { Name = "Conv Conv_0" }).First.ClickAsync();
        var result = await page.RunAxe();
        result.Violations.Select(Describe).ShouldBeEmpty();
    }

    [Fact]
    public async Task Begins_with_a_way_to_the_content()
    {
        var page = await OpenAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Choose an ONNX file", Exact = true })).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("start")]
    [InlineData("network")]
    [InlineData("compare")]
    [InlineData("map")]
    [InlineData("predictors")]
    public async Task Fits_a_phone(string view)
    {
        var page = await OpenAsync(FragmentOf(view), new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await Expect(page.GetByRole(AriaRole.Table).First).ToBeVisibleAsync(Patiently);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);
    }

    [Fact]
    public async Task Is_dark_where_the_system_is()
    {
        const string ground = "getComputedStyle(document.body).backgroundColor";
        var page = await OpenAsync(options: new() { ColorScheme = ColorScheme.Light });
        string light = await page.EvaluateAsync<string>(ground);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        (await page.EvaluateAsync<string>(ground)).ShouldNotBe(light);
    }

    private string FragmentOf(string view) => view switch
    {
        "network" => $"#/networks/{HashOf("resnet-1003.onnx")}",
        "compare" => $"#/compare/{HashOf("resnet-1003.onnx")}/{HashOf("efficientnet-1001.onnx")}",
        "start" => "#/",
        _ => $"#/{view}",
    };

    private static string Describe(AxeResultItem rule) => $"{rule.Id}: {rule.Help}; {string.Join("; ", rule.Nodes.Take(3).Select(n => n.Html))}";
}
