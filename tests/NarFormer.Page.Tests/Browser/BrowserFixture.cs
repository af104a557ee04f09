using Microsoft.Playwright;

namespace NarFormer.Page.Tests.Browser;

/// <summary>A browser and a service whose store holds the samples, one of them measured.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Service? _service;

    internal Service Service => _service!;

    /// <summary>The browser; skips the test where there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, "no Chromium is installed: apt-get install chromium");
            return _browser!;
        }
    }

    /// <summary>The hashes of the samples by file name.</summary>
    internal IReadOnlyDictionary<string, string> Samples { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _service = await Service.StartAsync();
        Samples = await StoreContent.FillAsync(_service);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_service is not null) await _service.DisposeAsync();
    }
}
