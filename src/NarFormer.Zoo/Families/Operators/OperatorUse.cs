using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Draws the sizes of one use of an operator, so that the whole network does not take too much time.</summary>
internal sealed class OperatorUse
{
    private const long MostPicoseconds = 40_000_000_000, LeastElements = 1000, MostElements = 4_000_000;
    private const int Attempts = 400;

    private readonly int _picoseconds, _uses;

    /// <summary>One of <paramref name="uses"/> uses of an operator that takes <paramref name="picoseconds"/> for an element.</summary>
    public OperatorUse(NetworkBuilder builder, SeededRandom random, int picoseconds, int uses) =>
        (Builder, Random, _picoseconds, _uses) = (builder, random, picoseconds, uses);

    /// <summary>The network that the use is added to.</summary>
    public NetworkBuilder Builder { get; }

    /// <summary>The picoseconds of the work that <see cref="Fit"/> found, or 0.</summary>
    public long Work { get; private set; }

    /// <summary>Where sizes and attributes come from.</summary>
    public SeededRandom Random { get; }

    /// <summary>Channels or features: mostly multiples of 8, as in real networks.</summary>
    public int Width(int low, int high)
    {
        int width = Random.Logarithmic(low, high);
        return width < 16 || Random.Chance(15) ? width : width / 8 * 8;
    }

    /// <summary><c>[batch, channels, size, size]</c>, the channels a multiple of <paramref name="multiple"/>.</summary>
    public long[] Image(int multiple = 1) => Sized(() =>
    {
        long channels = (Width(3, 1024) + multiple - 1) / multiple * multiple, size = Random.Logarithmic(4, 224);
        return [Builder.Batch, channels, size, size];
    });

    /// <summary><c>[batch, positions, features]</c>.</summary>
    public long[] Sequence() => Sized(() => [Builder.Batch, Random.Logarithmic(8, 512), Width(16, 2048)]);

    /// <summary><c>[batch, heads, positions, positions]</c>.</summary>
    public long[] Scores() => Sized(() =>
    {
        long positions = Random.Logarithmic(8, 512);
        return [Builder.Batch, Random.Integer(1, 16), positions, positions];
    });

    /// <summary><c>[batch, features, positions]</c>.</summary>
    public long[] Signal() => Sized(() => [Builder.Batch, Width(4, 1024), Random.Logarithmic(16, 4096)]);

    /// <summary>An image, a sequence or scores.</summary>
    public long[] Any() => Random.Integer(0, 9) switch { < 5 => Image(), < 8 => Sequence(), _ => Scores() };

    /// <summary>
    /// Draws a shape until its elements are neither too few nor take too much time; half of the time the larger of two, since
    /// that is where networks spend theirs.
    /// </summary>
    public long[] Sized(Func<long[]> draw)
    {
        long most = Math.Min(MostElements, MostPicoseconds / _uses / _picoseconds);
        long[] first = Fitting(), second = Random.Chance(50) ? Fitting() : first;
        return Elements(first) > Elements(second) ? first : second;

        long[] Fitting() => Until(draw, shape => Elements(shape) is var elements && elements >= LeastElements && elements <= most);

        static long Elements(long[] shape) => new Value("", shape).Elements;
    }

    /// <summary>Whether a tensor of <paramref name="shape"/> is not too large.</summary>
    public static bool Holds(params long[] shape) => new Value("", shape).Elements <= MostElements;

    /// <summary>Draws until the steps of the work, of <paramref name="picoseconds"/> each, do not take too much time.</summary>
    public T Fit<T>(Func<T> draw, Func<T, long> steps, long picoseconds)
    {
        long most = MostPicoseconds / _uses / picoseconds;
        var fit = Until(draw, drawn => steps(drawn) is > 0 and var count && count <= most);
        Work = steps(fit) * picoseconds;
        return fit;
    }

    /// <summary>Draws until <paramref name="accept"/> holds.</summary>
    /// <exception cref="UnfitException">It never did.</exception>
    public static T Until<T>(Func<T> draw, Predicate<T> accept)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            var drawn = draw();
            if (accept(drawn)) return drawn;
        }

        throw new UnfitException("no size of the operator fits");
    }
}
