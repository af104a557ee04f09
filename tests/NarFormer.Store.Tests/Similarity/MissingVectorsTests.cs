using NarFormer.Zoo;

namespace NarFormer.Store.Tests.Similarity;

public sealed class MissingVectorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Every_network_gets_a_vector_once_and_a_failure_is_told()
    {
        var token = TestContext.Current.CancellationToken;
        await using var store = await NetworkStore.OpenAsync(_folder.File("store.db"), TimeProvider.System, token);
        var capture = new NetworkCapture(TimeProvider.System);
        foreach (string family in new[] { "vgg", "resnet", "bert" })
        {
            var network = capture.Model(ZooCatalog.Find(family).Generate(1), family, family);
            await store.AddNetworkAsync(network.Network, network.Model, token);
        }

        var failures = await MissingVectors.FillAsync(store, "p", true, g => g.Name == "bert" ? throw new ArgumentException("no place") : [g.Nodes.Count], cancellation: token);
        failures.ShouldHaveSingleItem().ShouldContain("(bert): no place");
        (await store.VectorsAsync("p", cancellation: token).CountAsync(token)).ShouldBe(2);
        int asked = 0;
        await MissingVectors.FillAsync(store, "p", true, g => [asked++], cancellation: token);
        asked.ShouldBe(1);
    }

    public void Dispose() => _folder.Dispose();
}
