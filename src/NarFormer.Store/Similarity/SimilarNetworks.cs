using System.Numerics.Tensors;

namespace NarFormer.Store;

/// <summary>
/// The vectors of one predictor in memory, to find the networks nearest to a point: all are looked at, row by row. It may be
/// shared between threads; a search does not wait for additions.
/// </summary>
public sealed class SimilarNetworks
{
    private const int FirstRows = 1024;

    private readonly Lock _adding = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private volatile Table _table = new([], [], 0, 0);

    /// <summary>How many networks there are.</summary>
    public int Count => _table.Count;

    /// <summary>Loads the vectors that <paramref name="predictor"/> gave to the networks of <paramref name="store"/>.</summary>
    public static async Task<SimilarNetworks> LoadAsync(INetworkStore store, string predictor, CancellationToken cancellation = default)
    {
        var networks = new SimilarNetworks();
        await foreach (var vector in store.VectorsAsync(predictor, cancellation: cancellation).ConfigureAwait(false)) networks.Add(vector);
        return networks;
    }

    /// <summary>Adds a network; one that is there already stays as it is.</summary>
    /// <exception cref="ArgumentException">The vector is not as long as those before it.</exception>
    public void Add(StoredVector vector)
    {
        lock (_adding)
        {
            var table = _table;
            if (table.Count > 0) Check(vector.Values.Length, table);
            if (_known.Add(vector.Hash)) _table = table.With(vector);
        }
    }

    /// <summary>The <paramref name="count"/> networks nearest to <paramref name="point"/>, the nearest first.</summary>
    /// <param name="point">The vector, <c>[hidden]</c>.</param>
    /// <param name="count">How many.</param>
    /// <param name="except">A network that is not meant, usually the one that is at the point.</param>
    /// <exception cref="ArgumentException">The vector is not as long as those of the networks.</exception>
    public IReadOnlyList<SimilarNetwork> Nearest(ReadOnlySpan<float> point, int count, string? except = null)
    {
        var table = _table;
        if (table.Count == 0 || count < 1) return [];
        Check(point.Length, table);
        var nearest = new PriorityQueue<int, float>(count + 1);
        float bound = float.PositiveInfinity;
        for (int row = 0; row < table.Count; row++)
        {
            float distance = TensorPrimitives.Distance(point, table.Row(row));
            if (distance >= bound || table.Hashes[row] == except) continue;
            nearest.Enqueue(row, -distance);
            if (nearest.Count > count) nearest.Dequeue();
            if (nearest.Count == count && nearest.TryPeek(out _, out float farthest)) bound = -farthest;
        }

        return [.. nearest.UnorderedItems.Select(i => new SimilarNetwork(table.Hashes[i.Element], -i.Priority)).OrderBy(n => n.Distance).ThenBy(n => n.Hash, StringComparer.Ordinal)];
    }

    private static void Check(int length, Table table)
    {
        if (length != table.Width) throw new ArgumentException($"a vector of {length} elements cannot lie among vectors of {table.Width}");
    }

    // Rows are only ever appended: a search over the first of them sees none change.
    private sealed record Table(string[] Hashes, float[] Elements, int Width, int Count)
    {
        public ReadOnlySpan<float> Row(int row) => Elements.AsSpan(row * Width, Width);

        public Table With(StoredVector vector)
        {
            int width = vector.Values.Length;
            bool full = Count == Hashes.Length;
            int rows = full ? Math.Max(FirstRows, Count * 2) : Hashes.Length;
            var table = full ? new Table(Larger(Hashes, rows), Larger(Elements, rows * width), width, Count + 1) : this with { Count = Count + 1 };
            table.Hashes[Count] = vector.Hash;
            vector.Values.CopyTo(table.Elements.AsSpan(Count * width, width));
            return table;
        }

        private static T[] Larger<T>(T[] items, int length)
        {
            var larger = new T[length];
            items.CopyTo(larger, 0);
            return larger;
        }
    }
}
