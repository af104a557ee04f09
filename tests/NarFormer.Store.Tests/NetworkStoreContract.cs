using Microsoft.Extensions.Time.Testing;

namespace NarFormer.Store.Tests;

/// <summary>What every store does, whatever database it is in. The database is empty before each test.</summary>
public abstract class NetworkStoreContract
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Where the database of this test is.</summary>
    protected abstract Task<string> LocationAsync();

    [Fact]
    public async Task Remembers_a_network_and_its_model()
    {
        await using var store = await OpenAsync();
        (await store.AddNetworkAsync(Samples.Network(1), Samples.Model, Cancellation)).ShouldBeTrue();
        (await store.FindAsync(Samples.Hash(1), Cancellation)).ShouldBe(Samples.Network(1));
        (await store.ModelAsync(Samples.Hash(1), Cancellation)).ShouldBe(Samples.Model);
    }

    [Fact]
    public async Task Remembers_after_it_was_closed()
    {
        await using (var store = await OpenAsync()) await store.AddNetworkAsync(Samples.Network(1), Samples.Model, Cancellation);
        await using var again = await OpenAsync();
        (await again.FindAsync(Samples.Hash(1), Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Knows_nothing_of_other_networks()
    {
        await using var store = await OpenAsync();
        (await store.FindAsync(Samples.Hash(1), Cancellation)).ShouldBeNull();
        (await store.ModelAsync(Samples.Hash(1), Cancellation)).ShouldBeNull();
        (await store.MeasurementsAsync(Samples.Hash(1), Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_network_that_is_known_stays_as_it_is()
    {
        await using var store = await OpenAsync();
        await store.AddNetworkAsync(Samples.Network(1), Samples.Model, Cancellation);
        (await store.AddNetworkAsync(Samples.Network(1, "other"), Samples.Model, Cancellation)).ShouldBeFalse();
        (await store.FindAsync(Samples.Hash(1), Cancellation))!.Name.ShouldBe("network-1.onnx");
    }

    [Fact]
    public async Task A_family_may_be_unknown()
    {
        await using var store = await OpenAsync();
        await store.AddNetworkAsync(Samples.Network(1, family: null), Samples.Model, Cancellation);
        (await store.FindAsync(Samples.Hash(1), Cancellation))!.Family.ShouldBeNull();
    }

    [Fact]
    public async Task Measurements_come_back_as_they_were_given_the_newest_first()
    {
        await using var store = await OpenAsync();
        await store.AddNetworkAsync(Samples.Network(1), Samples.Model, Cancellation);
        await store.AddMeasurementAsync(Samples.Measurement(1, minutes: 1), Cancellation);
        await store.AddMeasurementAsync(Samples.Measurement(1, minutes: 2, platform: "other"), Cancellation);
        (await store.MeasurementsAsync(Samples.Hash(1), Cancellation)).ShouldBeEquivalentTo(
            new List<StoredMeasurement> { Samples.Measurement(1, minutes: 2, platform: "other"), Samples.Measurement(1, minutes: 1) });
        (await store.AllMeasurementsAsync("other", Cancellation).CountAsync(Cancellation)).ShouldBe(1);
        (await store.AllMeasurementsAsync(cancellation: Cancellation).CountAsync(Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task The_same_measurement_counts_once()
    {
        await using var store = await OpenAsync();
        await store.AddNetworkAsync(Samples.Network(1), Samples.Model, Cancellation);
        (await store.AddMeasurementAsync(Samples.Measurement(1), Cancellation)).ShouldBeTrue();
        (await store.AddMeasurementAsync(Samples.Measurement(1), Cancellation)).ShouldBeFalse();
        (await store.StatisticsAsync(Cancellation)).Measurements.ShouldBe(1);
    }

    [Fact]
    public async Task Many_networks_with_all_that_is_known_of_them_are_remembered_together()
    {
        await using var store = await OpenAsync();
        await store.AddNetworkAsync(Samples.Network(1), Samples.Model, Cancellation);
        StoreEntry[] entries = [.. Enumerable.Range(1, 2).Select(number => new StoreEntry(Samples.Network(number), Samples.Model)
        {
            Predictions = [Samples.Prediction(number)],
            Vectors = new Dictionary<string, ReadOnlyMemory<float>> { ["latency@1234"] = new float[] { number, 0.5f } },
        })];

        (await store.ImportAsync(entries, Cancellation)).ShouldBe([false, true]);

        (await store.PredictionsAsync(Samples.Hash(2), Cancellation)).ShouldBe([Samples.Prediction(2)]);
        (await store.VectorsAsync("latency@1234", cancellation: Cancellation).Select(v => v.Values[0]).ToListAsync(Cancellation)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task Another_label_takes_the_place_of_the_first()
    {
        await using var store = await OpenAsync();
        await store.AddNetworkAsync(Samples.Network(1), Samples.Model, Cancellation);
        await store.AddMeasurementAsync(Samples.Measurement(1), Cancellation);
        (await store.AddMeasurementAsync(Samples.Measurement(1) with { LabelMs = 7 }, Cancellation)).ShouldBeTrue();
        (await store.MeasurementsAsync(Samples.Hash(1), Cancellation)).ShouldHaveSingleItem().LabelMs.ShouldBe(7);
    }

    [Fact]
    public async Task A_name_may_hold_anything()
    {
        await using var store = await OpenAsync();
        await store.AddNetworkAsync(Samples.Network(1, "a\0'b\" — ü 😀"), Samples.Model, Cancellation);
        (await store.FindAsync(Samples.Hash(1), Cancellation))!.Name.ShouldBe("a'b\" — ü 😀");
        (await store.FindAsync("\0", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_remembered_of_a_network_that_is_not_known()
    {
        await using var store = await OpenAsync();
        await Should.ThrowAsync<KeyNotFoundException>(() => store.AddMeasurementAsync(Samples.Measurement(1), Cancellation));
        await Should.ThrowAsync<KeyNotFoundException>(() => store.AddPredictionAsync(Samples.Prediction(1), Cancellation));
        await Should.ThrowAsync<KeyNotFoundException>(() => store.AddVectorAsync(Samples.Hash(1), "p", new float[] { 1 }, Cancellation));
    }

    [Fact]
    public async Task A_predictor_has_one_prediction_for_a_network()
    {
        await using var store = await OpenAsync();
        await store.AddNetworkAsync(Samples.Network(1), Samples.Model, Cancellation);
        await store.AddPredictionAsync(Samples.Prediction(1, value: 3), Cancellation);
        await store.AddPredictionAsync(Samples.Prediction(1, value: 4), Cancellation);
        var bare = Samples.Prediction(1, predictor: "other@5678") with { Low = null, High = null, Coverage = null, Familiar = null };
        await store.AddPredictionAsync(bare, Cancellation);
        (await store.PredictionsAsync(Samples.Hash(1), Cancellation)).ShouldBe([Samples.Prediction(1, value: 4), bare], ignoreOrder: true);
        (await store.AllPredictionsAsync("other@5678", Cancellation).ToListAsync(Cancellation)).ShouldBe([bare]);
    }

    [Fact]
    public async Task Vectors_are_kept_by_predictor()
    {
        await using var store = await OpenAsync();
        await store.AddNetworkAsync(Samples.Network(1), Samples.Model, Cancellation);
        await store.AddVectorAsync(Samples.Hash(1), "a", new float[] { 1, 2 }, Cancellation);
        await store.AddVectorAsync(Samples.Hash(1), "a", new float[] { 1, float.MinValue }, Cancellation);
        await store.AddVectorAsync(Samples.Hash(1), "b", new float[] { 3 }, Cancellation);
        var vector = (await store.VectorsAsync("a", cancellation: Cancellation).ToListAsync(Cancellation)).ShouldHaveSingleItem();
        vector.Hash.ShouldBe(Samples.Hash(1));
        vector.Values.ShouldBe([1, float.MinValue]);
    }

    [Fact]
    public async Task Tells_which_vectors_are_new()
    {
        var clock = new FakeTimeProvider(Samples.Noon);
        await using var store = await OpenAsync(clock);
        foreach (int number in new[] { 1, 2, 3 })
        {
            await store.AddNetworkAsync(Samples.Network(number), Samples.Model, Cancellation);
            await store.AddVectorAsync(Samples.Hash(number), "a", new float[] { number }, Cancellation);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        await store.AddVectorAsync(Samples.Hash(1), "a", new float[] { 4 }, Cancellation);
        (await store.VectorsAsync("a", Samples.Noon.AddMinutes(2), Cancellation).Select(v => v.Values[0]).ToListAsync(Cancellation)).ShouldBe([4, 3]);
        (await store.VectorsAsync("b", Samples.Noon, Cancellation).CountAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Tells_which_networks_a_predictor_gave_no_vector()
    {
        await using var store = await OpenAsync();
        for (int i = 1; i <= 3; i++) await store.AddNetworkAsync(Samples.Network(i), Samples.Model, Cancellation);
        await store.AddVectorAsync(Samples.Hash(2), "a", new float[] { 1 }, Cancellation);
        (await store.WithoutVectorAsync("a", Cancellation).ToListAsync(Cancellation)).ShouldBe([Samples.Network(1), Samples.Network(3)]);
        (await store.WithoutVectorAsync("b", Cancellation).CountAsync(Cancellation)).ShouldBe(3);
    }

    [Fact]
    public async Task Networks_are_listed_in_pages_in_the_order_in_which_they_were_added()
    {
        await using var store = await OpenAsync();
        for (int i = 1; i <= 5; i++) await store.AddNetworkAsync(Samples.Network(i), Samples.Model, Cancellation);
        (await ListAsync(store, new NetworkFilter { Offset = 1, Count = 2 })).ShouldBe([Samples.Network(2), Samples.Network(3)]);
        (await ListAsync(store, new NetworkFilter { Offset = 3 })).ShouldBe([Samples.Network(4), Samples.Network(5)]);
        (await ListAsync(store, new NetworkFilter { NewestFirst = true, Offset = 1, Count = 2 })).ShouldBe([Samples.Network(4), Samples.Network(3)]);
        (await ListAsync(store, null)).Count.ShouldBe(5);
        (await store.CountAsync(new NetworkFilter { Offset = 3 }, Cancellation)).ShouldBe(5);
    }

    [Fact]
    public async Task A_search_finds_names_families_and_beginnings_of_hashes()
    {
        await using var store = await OpenAsync();
        await store.AddNetworkAsync(Samples.Network(1, "My_Net.onnx", "vgg"), Samples.Model, Cancellation);
        await store.AddNetworkAsync(Samples.Network(2, "MyXNet.onnx", null), Samples.Model, Cancellation);
        (await ListAsync(store, new NetworkFilter { Search = "y_n" })).Select(n => n.Hash).ShouldBe([Samples.Hash(1)]);
        (await ListAsync(store, new NetworkFilter { Search = "VGG" })).Select(n => n.Hash).ShouldBe([Samples.Hash(1)]);
        (await ListAsync(store, new NetworkFilter { Search = Samples.Hash(2) })).Select(n => n.Hash).ShouldBe([Samples.Hash(2)]);
        (await store.CountAsync(new NetworkFilter { Search = "myx" }, Cancellation)).ShouldBe(1);
        (await store.CountAsync(new NetworkFilter { Search = "'; DROP TABLE networks; --" }, Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task An_import_is_stored_as_a_whole_or_not_at_all()
    {
        await using var store = await OpenAsync();
        var entry = new StoreEntry(Samples.Network(1), Samples.Model) { Measurements = [Samples.Measurement(1), Samples.Measurement(2)] };
        await Should.ThrowAsync<Exception>(() => store.ImportAsync(entry, Cancellation));
        (await store.FindAsync(Samples.Hash(1), Cancellation)).ShouldBeNull();

        (await store.ImportAsync(entry with { Measurements = [Samples.Measurement(1)] }, Cancellation)).ShouldBeTrue();
        (await store.ImportAsync(entry with { Measurements = [Samples.Measurement(1)] }, Cancellation)).ShouldBeFalse();
        (await store.ImportAsync(entry with { Measurements = [Samples.Measurement(1, minutes: 9)] }, Cancellation)).ShouldBeTrue();
        (await store.MeasurementsAsync(Samples.Hash(1), Cancellation)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Statistics_count_what_there_is()
    {
        await using var store = await OpenAsync();
        await store.ImportAsync(new StoreEntry(Samples.Network(1), Samples.Model) { Measurements = [Samples.Measurement(1), Samples.Measurement(1, minutes: 5)] }, Cancellation);
        await store.AddNetworkAsync(Samples.Network(2, family: null), Samples.Model, Cancellation);
        await store.AddPredictionAsync(Samples.Prediction(2), Cancellation);
        var statistics = await store.StatisticsAsync(Cancellation);
        (statistics.Networks, statistics.Measurements, statistics.Predictions, statistics.Vectors).ShouldBe((2, 2, 1, 0));
        statistics.Platforms.ShouldBe([new PlatformStatistics("ort-cpu", 1, 2, Samples.Measurement(1).At, Samples.Measurement(1, minutes: 5).At)]);
        statistics.Families.ShouldBe([new FamilyStatistics("", 1), new FamilyStatistics("resnet", 1)]);
    }

    [Fact]
    public async Task Many_may_write_and_read_at_once()
    {
        await using var one = await OpenAsync();
        await using var other = await OpenAsync();
        await Parallel.ForAsync(0, 40, Cancellation, async (i, token) =>
        {
            var store = i % 2 == 0 ? one : other;
            await store.ImportAsync(new StoreEntry(Samples.Network(i / 2), Samples.Model) { Measurements = [Samples.Measurement(i / 2, minutes: i)] }, token);
            await foreach (var known in store.NetworksAsync(cancellation: token)) await store.AddPredictionAsync(Samples.Prediction(i / 2), token);
        });
        var statistics = await one.StatisticsAsync(Cancellation);
        (statistics.Networks, statistics.Measurements, statistics.Predictions).ShouldBe((20, 40, 20));
    }

    [Fact]
    public async Task Many_may_make_the_store_at_once()
    {
        await LocationAsync();
        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(OpenAsync, Cancellation)));
        foreach (var store in opened) await store.DisposeAsync();
    }

    protected Task<INetworkStore> OpenAsync() => OpenAsync(TimeProvider.System);

    private async Task<INetworkStore> OpenAsync(TimeProvider clock) => await NetworkStore.OpenAsync(await LocationAsync(), clock, Cancellation);

    private static async Task<List<StoredNetwork>> ListAsync(INetworkStore store, NetworkFilter? filter) =>
        await store.NetworksAsync(filter, Cancellation).ToListAsync(Cancellation);
}
