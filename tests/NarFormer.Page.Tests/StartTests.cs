using Microsoft.Playwright;
using NarFormer.Page.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace NarFormer.Page.Tests;

public sealed class StartTests(BrowserFixture fixture) : PageTest(fixture)
{
    [Fact]
    public async Task Shows_what_a_chosen_file_costs()
    {
        var page = await OpenAsync();
        await page.Locator("input[type=file]").First.SetInputFilesAsync(NetworkFile.OfZoo("mobilenetv2", 7));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("mobilenetv2-7");
        await Expect(page.GetByText("predicted", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(page.Locator(".big")).ToContainTextAsync("ms");
        page.Url.ShouldMatch("#/networks/[0-9a-f]{32}$");
    }

    [Fact]
    public async Task Takes_a_file_dropped_anywhere()
    {
        var page = await OpenAsync("#/map");
        var file = NetworkFile.OfZoo("squeezenet", 3);
        var transfer = await page.EvaluateHandleAsync("([name, bytes]) => { const t = new DataTransfer(); t.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], name)); return t; }", new[] { file.Name, Convert.ToBase64String(file.Buffer) });
        await page.DispatchEventAsync("body", "dragover", new { dataTransfer = transfer });
        await Expect(page.GetByText("Drop to open")).ToBeVisibleAsync();
        await page.DispatchEventAsync("body", "drop", new { dataTransfer = transfer });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("squeezenet-3");
    }

    [Fact]
    public async Task Compares_two_files_given_at_once()
    {
        var page = await OpenAsync();
        await page.Locator("input[type=file]").First.SetInputFilesAsync([NetworkFile.OfZoo("squeezenet", 4), NetworkFile.OfZoo("squeezenet", 5)]);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("squeezenet-5");
        page.Url.ShouldContain("#/compare/");
    }

    [Fact]
    public async Task Offers_samples()
    {
        var page = await OpenAsync();
        await page.Locator(".samples button").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("efficientnet-1001");
    }

    [Fact]
    public async Task Lists_known_networks_newest_first_without_extension_and_empty_columns()
    {
        await using var service = await Service.StartAsync();
        _ = Fixture.Browser;
        await StoreContent.FillAsync(service);
        var page = await OpenAsync(address: service.Address);
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Known networks" });
        await Expect(table.GetByRole(AriaRole.Link)).ToHaveTextAsync(["vit-1003", "efficientnet-1001", "resnet-1003"]);
        await Expect(table.GetByRole(AriaRole.Columnheader, new() { Name = "Family" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Lists_known_networks_and_finds_them_by_name()
    {
        var page = await OpenAsync();
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Known networks" });
        await Expect(table.GetByRole(AriaRole.Link, new() { Name = "resnet-1003" })).ToBeVisibleAsync();
        await page.GetByLabel("Search known networks by name").FillAsync("vit");
        await Expect(table.GetByRole(AriaRole.Link, new() { Name = "resnet-1003" })).ToBeHiddenAsync();
        await table.GetByRole(AriaRole.Link, new() { Name = "vit-1003" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("vit-1003");
    }
}
