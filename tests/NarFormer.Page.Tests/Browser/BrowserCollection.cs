namespace NarFormer.Page.Tests.Browser;

/// <summary>Tests that share one browser and one service.</summary>
[CollectionDefinition(nameof(BrowserCollection))]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>;
