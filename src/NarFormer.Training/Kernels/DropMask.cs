using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace NarFormer.Training.Kernels;

/// <summary>
/// Dropout whose decisions are a hash of seed and place (after Wellons' lowbias32), so that the backward pass makes them
/// again instead of remembering them.
/// </summary>
internal readonly unsafe struct DropMask
{
    private readonly uint _seed;
    private readonly uint _threshold;
    private readonly float _scale;

    public DropMask(double rate, uint seed)
    {
        _seed = seed;
        _threshold = (uint)(rate * uint.MaxValue);
        _scale = (float)(1 / (1 - rate));
    }

    /// <summary>In training a mask whose seed comes from libtorch's random state, else one that drops nothing.</summary>
    public static DropMask For(double rate, bool training)
    {
        if (!training || rate == 0) return default;
        using var seed = randint(int.MaxValue, 1);
        return new DropMask(rate, (uint)seed.item<long>());
    }

    /// <summary>By how much what is kept grows.</summary>
    public float Scale => IsIdle ? 1 : _scale;

    /// <summary>Nothing is dropped.</summary>
    public bool IsIdle => _threshold == 0;

    /// <summary>Drops elements of <paramref name="row"/>, whose first has the place <paramref name="place"/>.</summary>
    public void Apply(Span<float> row, long place)
    {
        if (IsIdle) return;
        fixed (float* start = row)
        {
            for (int i = 0; i < row.Length; i += Lanes.Count)
                Lanes.Store(Apply(Lanes.Load(start + i, row.Length - i), place + i), start + i, row.Length - i);
        }
    }

    /// <summary>Drops some of sixteen elements, whose first has the place <paramref name="place"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Apply(Vector512<float> values, long place)
    {
        if (IsIdle) return values;
        var places = Vector512.Create((uint)place) + Vector512<uint>.Indices;
        var kept = Vector512.GreaterThanOrEqual(Hash(places, Vector512.Create(_seed)), Vector512.Create(_threshold));
        return values * _scale & kept.AsSingle();
    }

    private static Vector512<uint> Hash(Vector512<uint> x, Vector512<uint> seed)
    {
        x ^= x >>> 16;
        x *= Vector512.Create(0x7feb352du);
        x ^= seed;
        x ^= x >>> 15;
        x *= Vector512.Create(0x846ca68bu);
        return x ^ (x >>> 16);
    }
}
