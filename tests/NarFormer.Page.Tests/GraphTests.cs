using Microsoft.Playwright;
using NarFormer.Page.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace NarFormer.Page.Tests;

public sealed class GraphTests(BrowserFixture fixture) : PageTest(fixture)
{
    [Fact]
    public async Task Draws_the_graph()
    {
        var page = await OpenNetworkAsync();
        await Drawing(page).WaitForAsync();
        await page.WaitForFunctionAsync(ColoursOfTheDrawing + " > 10");
    }

    [Fact]
    public async Task Finds_nodes_by_operator_and_goes_from_one_to_the_next()
    {
        var page = await OpenNetworkAsync();
        await Drawing(page).WaitForAsync();
        var field = page.GetByLabel("Find nodes by operator or name");
        await field.FillAsync("conv");
        await Expect(page.Locator(".find .count")).ToHaveTextAsync("21 found");
        await field.PressAsync("Enter");
        await Expect(page.Locator(".find .count")).ToHaveTextAsync("1 of 21");
        await field.PressAsync("Enter");
        await Expect(page.Locator(".find .count")).ToHaveTextAsync("2 of 21");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Conv", Exact = true })).ToBeVisibleAsync();
        await field.FillAsync("Gemm_49");
        await Expect(page.Locator(".find .count")).ToHaveTextAsync("1 found");
        await field.FillAsync("LSTM");
        await Expect(page.Locator(".find .count")).ToHaveTextAsync("none");
    }

    [Fact]
    public async Task Shows_attributes_and_shapes_of_a_node_chosen_in_the_table()
    {
        var page = await OpenNetworkAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Conv Conv_0" }).First.ClickAsync();
        var details = page.GetByRole(AriaRole.Region, new() { Name = "Conv", Exact = true });
        await Expect(details).ToContainTextAsync("kernel_shape");
        await Expect(details).ToContainTextAsync("float32 1×3×160×160");
        await Expect(details).ToContainTextAsync("float32 1×24×80×80");
        await details.GetByRole(AriaRole.Button, new() { Name = "Relu Relu_1" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Relu", Exact = true })).ToContainTextAsync("Relu_1");
    }

    [Fact]
    public async Task Brings_a_node_that_is_chosen_in_the_table_into_the_middle_of_the_drawing()
    {
        var page = await OpenNetworkAsync(options: new() { ReducedMotion = ReducedMotion.Reduce });
        await Drawing(page).WaitForAsync();
        await page.WaitForFunctionAsync(ColoursOfTheDrawing + " > 10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Conv Conv_36" }).First.ClickAsync();
        var details = page.GetByRole(AriaRole.Region, new() { Name = "Conv", Exact = true });
        await details.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Drawing(page).ClickAsync();
        await Expect(details).ToContainTextAsync("Conv_36");
    }

    [Fact]
    public async Task Shows_a_node_that_is_clicked_in_the_drawing()
    {
        var page = await OpenNetworkAsync();
        await Drawing(page).WaitForAsync();
        var box = (await Drawing(page).BoundingBoxAsync())!;
        // The first node stands below the input, in the middle of the column.
        for (float y = 20; y < 300; y += 12)
        {
            await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + y);
            await page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + y);
            if (await page.Locator(".details").CountAsync() > 0) break;
        }

        await Expect(page.Locator(".details")).ToContainTextAsync("Attributes");
    }

    [Fact]
    public async Task Is_walked_through_with_the_keyboard()
    {
        var page = await OpenNetworkAsync();
        await Drawing(page).WaitForAsync();
        await Drawing(page).FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Spoken(page)).ToContainTextAsync("input input");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Spoken(page)).ToContainTextAsync("Conv");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".details-place")).ToBeFocusedAsync();
        await Drawing(page).FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".details")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Zooms_with_buttons_wheel_and_keys()
    {
        var page = await OpenNetworkAsync();
        await Drawing(page).WaitForAsync();
        string before = await Pixels(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        string enlarged = await ChangedFrom(page, before);
        await Drawing(page).HoverAsync();
        await page.Mouse.WheelAsync(0, 300);
        string scrolled = await ChangedFrom(page, enlarged);
        await Drawing(page).FocusAsync();
        await page.Keyboard.PressAsync("0");
        await ChangedFrom(page, scrolled);
    }

    [Fact]
    public async Task Colours_by_predicted_time_or_by_MACs()
    {
        var page = await OpenNetworkAsync();
        await Drawing(page).WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Colour: share of the predicted time" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Nodes with their cost" }).GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync(new System.Text.RegularExpressions.Regex("[mµ]s"));
        string before = await Pixels(page);
        await page.GetByRole(AriaRole.Group, new() { Name = "Colour by" }).GetByRole(AriaRole.Button, new() { Name = "MACs" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Colour: share of the MACs" })).ToBeVisibleAsync();
        await ChangedFrom(page, before);
    }

    [Fact]
    public async Task Shows_the_predicted_part_of_a_node()
    {
        var page = await OpenNetworkAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Conv Conv_0" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Conv", Exact = true }).Locator("dl.figures")).ToContainTextAsync("Predicted");
    }

    [Fact]
    public async Task Sorts_the_nodes_by_any_column()
    {
        var page = await OpenNetworkAsync();
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Nodes with their cost" });
        await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = "Share" })).ToHaveAttributeAsync("aria-sort", "descending");
        await table.GetByRole(AriaRole.Button, new() { Name = "MACs" }).ClickAsync();
        await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = "MACs" })).ToHaveAttributeAsync("aria-sort", "descending");
        await table.GetByRole(AriaRole.Button, new() { Name = "MACs" }).ClickAsync();
        await Expect(table.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("0");
    }

    private const string ColoursOfTheDrawing = "(() => { const c = document.querySelector('.graph-canvas canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; const s = new Set(); for (let i = 0; i < d.length; i += 4) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return s.size; })()";

    private static ILocator Drawing(IPage page) => page.Locator(".graph-canvas canvas[role=application]");

    private static ILocator Spoken(IPage page) => page.Locator(".graph > p[role=status]");

    private static Task<string> Pixels(IPage page) => page.EvaluateAsync<string>("document.querySelector('.graph-canvas canvas').toDataURL()");

    private static async Task<string> ChangedFrom(IPage page, string before)
    {
        await page.WaitForFunctionAsync("before => document.querySelector('.graph-canvas canvas').toDataURL() !== before", before);
        return await Pixels(page);
    }
}
