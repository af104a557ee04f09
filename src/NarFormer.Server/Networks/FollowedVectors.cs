using NarFormer.Store;

namespace NarFormer.Server.Networks;

/// <summary>The vectors of one predictor in memory. They follow what other processes write into the same store.</summary>
internal sealed class FollowedVectors
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5); // a transaction ends later than its rows say, and clocks differ

    private readonly INetworkStore _store;
    private readonly string _predictor;
    private readonly TimeProvider _clock;
    private readonly SimilarNetworks _networks = new();
    private long _readAt;
    private int _isReading;

    private FollowedVectors(INetworkStore store, string predictor, TimeProvider clock)
    {
        _store = store;
        _predictor = predictor;
        _clock = clock;
    }

    /// <summary>The vectors that <paramref name="predictor"/> gave to the networks of <paramref name="store"/>.</summary>
    public static async Task<FollowedVectors> LoadAsync(INetworkStore store, string predictor, TimeProvider clock)
    {
        var vectors = new FollowedVectors(store, predictor, clock);
        await vectors.ReadAsync(since: null, CancellationToken.None).ConfigureAwait(false);
        return vectors;
    }

    /// <summary>Adds a network that this process wrote.</summary>
    public void Add(StoredVector vector) => _networks.Add(vector);

    /// <summary>The networks that are nearest to <paramref name="point"/>, the nearest first, without <paramref name="except"/>.</summary>
    public async Task<IReadOnlyList<SimilarNetwork>> NearestAsync(ReadOnlyMemory<float> point, int count, string except, CancellationToken cancellation)
    {
        await FollowAsync(cancellation).ConfigureAwait(false);
        return _networks.Nearest(point.Span, count, except);
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var readAt = new DateTimeOffset(Volatile.Read(ref _readAt), TimeSpan.Zero);
        if (_clock.GetUtcNow() - readAt < Interval) return;
        if (Interlocked.CompareExchange(ref _isReading, 1, 0) == 1) return; // another request reads
        try
        {
            await ReadAsync(readAt - Overlap, cancellation).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isReading, 0);
        }
    }

    private async Task ReadAsync(DateTimeOffset? since, CancellationToken cancellation)
    {
        var now = _clock.GetUtcNow();
        await foreach (var vector in _store.VectorsAsync(_predictor, since, cancellation).ConfigureAwait(false)) _networks.Add(vector);
        Volatile.Write(ref _readAt, now.UtcTicks);
    }
}
