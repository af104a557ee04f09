using Microsoft.Playwright;

namespace NarFormer.Page.Tests.Browser;

/// <summary>Opens pages for a test and sees that nothing in them goes wrong unnoticed.</summary>
[Collection(nameof(BrowserCollection))]
public abstract class PageTest(BrowserFixture fixture) : IAsyncLifetime
{
    private readonly List<string> _complaints = [];
    private IBrowserContext? _context;

    protected BrowserFixture Fixture => fixture;

    protected static LocatorAssertionsToBeVisibleOptions Patiently => new() { Timeout = 20_000 };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a view, for example <c>#/map</c>.</summary>
    protected async Task<IPage> OpenAsync(string fragment = "#/", BrowserNewContextOptions? options = null, string? address = null)
    {
        _context = await fixture.Browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1440, Height = 1000 } });
        _context.SetDefaultTimeout(20_000);
        var page = await _context.NewPageAsync();
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            // The browser reports every answer that is not 2xx here as well; the tests look at those themselves.
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) _complaints.Add(message.Text);
        };
        await page.GotoAsync($"{address ?? fixture.Service.Address}/{fragment}");
        return page;
    }

    protected Task<IPage> OpenNetworkAsync(string sample = "resnet-1003.onnx", BrowserNewContextOptions? options = null) => OpenAsync($"#/networks/{HashOf(sample)}", options);

    protected string HashOf(string sample)
    {
        _ = fixture.Browser;
        return fixture.Samples[sample];
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null) await _context.DisposeAsync();
        _complaints.ShouldBeEmpty();
        GC.SuppressFinalize(this);
    }
}
