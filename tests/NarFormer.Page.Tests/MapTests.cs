using Microsoft.Playwright;
using NarFormer.Page.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace NarFormer.Page.Tests;

public sealed class MapTests(BrowserFixture fixture) : PageTest(fixture)
{
    [Fact]
    public async Task Shows_all_networks_and_opens_one_with_the_keyboard()
    {
        var page = await OpenAsync("#/map");
        var plot = page.Locator(".plot canvas");
        await plot.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator(".tip")).ToContainTextAsync("ms");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#/networks/[0-9a-f]{32}$"));
    }

    [Fact]
    public async Task Highlights_by_name_and_colours_by_family()
    {
        var page = await OpenAsync("#/map");
        await page.GetByLabel("Highlight networks by name").FillAsync("resnet-1003");
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Networks of the map" });
        await Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Colour" }).SelectOptionAsync("family");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Families" })).ToBeVisibleAsync();
    }
}
