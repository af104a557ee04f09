using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>
/// Operators in random order, each reading what another gave, with sums and concatenations of earlier values: what a use of an
/// operator costs among neighbours that no architecture of the zoo gives it (as in random search spaces of graphs, Xie et al. 2019).
/// </summary>
/// <param name="Steps">Operators that are composed; fewer where they would take too much time.</param>
/// <param name="Random">Draws operators, their sizes and their attributes.</param>
internal sealed record OperatorComposition(int Steps, SeededRandom Random)
{
    private const int ShortestChain = 3, LongestChain = 32, AttemptsPerStep = 60;
    private const long MostPicoseconds = 60_000_000_000, MostElements = 2_000_000, LeastElements = 64;
    private const int ChanceOfJoin = 25, ChanceOfActivation = 35, ChanceOfImage = 70;

    private static readonly SizeLimits Limits = new(0, 2_000_000_000, ShortestChain, 4 * LongestChain);

    private static readonly string[] Continuing =
        ["Transpose", "Concat", "Split", "Slice", "Pad", "Tile", "Reshape", "MaxPool", "AveragePool", "ReduceMean", "ReduceSum", "ReduceMax", "GlobalAveragePool", "Resize"];

    private static readonly IReadOnlyList<OperatorKind> Kinds =
    [
        new(30, Following(Convolutions.Cases)), new(14, Following(Products.Cases)), new(6, Following(Windows.Cases)), new(6, Following(Reductions.Cases)),
        new(12, Following(Normalizations.Cases)), new(16, Following(Functions.Cases)), new(8, Following(Arithmetic.Cases)), new(18, Following(Movements.Cases)),
        new(4, Following(Resampling.Cases)),
    ];

    public static INetworkFamily Family { get; } = new NetworkFamily<OperatorComposition>("compositions", Draw, (builder, network) => network.Build(builder), Limits);

    public static OperatorComposition Draw(SeededRandom random) => new(random.Logarithmic(ShortestChain, LongestChain), random);

    public void Build(NetworkBuilder b)
    {
        var use = new OperatorUse(b, Random, 1000, 1);
        var values = new List<Value> { b.NextInput(ElementType.Float32, Random.Chance(ChanceOfImage) ? use.Image() : use.Sequence()) };
        var read = new HashSet<Value>();
        long picoseconds = 0;
        for (int step = 0; step < Steps && picoseconds < MostPicoseconds; step++)
        {
            var x = values[^1];
            if (Extend(b, x) is not { } added) break;
            read.Add(x);
            values.AddRange(added.Outputs);
            picoseconds += added.Picoseconds;
            if (Random.Chance(ChanceOfActivation) && picoseconds < MostPicoseconds) Follow(values, read, b.Activate(values[^1], Random.Choice(Activation.Relu, Activation.Relu, Activation.HardSwish, Activation.Sigmoid)));
            if (Random.Chance(ChanceOfJoin)) Join(b, values, read);
        }

        foreach (var value in values.Skip(1).Where(v => !read.Contains(v))) b.Output(value);
    }

    private static OperatorCase[] Following(IReadOnlyList<OperatorCase> cases) =>
        [.. cases.Where(c => c is { Input: ElementType.Float32, Positive: false } && (c.Chains || Continuing.Contains(c.Name)))];

    private (Value[] Outputs, long Picoseconds)? Extend(NetworkBuilder b, Value x)
    {
        for (int attempt = 0; attempt < AttemptsPerStep; attempt++)
        {
            var drawn = OperatorCatalog.Draw(Random, Kinds);
            var use = new OperatorUse(b, Random, drawn.Picoseconds, 2);
            var outputs = b.Attempt(() => Applied(drawn, use, x));
            if (outputs is not null) return (outputs, use.Work > 0 ? use.Work : x.Elements * drawn.Picoseconds);
        }

        return null;
    }

    private static Value[] Applied(OperatorCase drawn, OperatorUse use, Value x)
    {
        if (drawn.Shape(use).Length != x.Shape.Length) throw new UnfitException("the operator reads another rank");
        bool needsSquare = drawn.Name is "Resize" or "ConvTranspose";
        if (needsSquare && x.Shape[^1] != x.Shape[^2]) throw new UnfitException("the image is not square");
        int opset = use.Builder.Opset;
        if (drawn.Name.EndsWith("Pool", StringComparison.Ordinal) && x.Name.StartsWith("Pad", StringComparison.Ordinal)) throw new UnfitException("ONNX Runtime cannot join a larger padding to a window");
        var outputs = drawn.Apply(use, x);
        if (use.Builder.Opset > opset) throw new UnfitException("others would be written otherwise in a later operator set");
        bool fits = outputs.All(o => o.Type == ElementType.Float32 && o.Shape.Length is >= 2 and <= 5 && o.Shape.All(d => d > 0) && o.Elements is >= LeastElements and <= MostElements);
        return fits ? outputs : throw new UnfitException("the output is too small or too large");
    }

    /// <summary>Adds, multiplies or concatenates the last value with an earlier one that it fits.</summary>
    private void Join(NetworkBuilder b, List<Value> values, HashSet<Value> read)
    {
        var last = values[^1];
        Value[] like = [.. values.SkipLast(1).Where(v => v.Shape.AsSpan().SequenceEqual(last.Shape))];
        Value[] beside = [.. values.SkipLast(1).Where(v => v.Shape.Length == last.Shape.Length && v.Shape.Length > 2 && v.Shape[0] == last.Shape[0] && v.Shape.AsSpan(2).SequenceEqual(last.Shape.AsSpan(2)) && v.Elements + last.Elements <= MostElements)];
        var partner = (like, beside) switch
        {
            ({ Length: > 0 }, _) when Random.Chance(70) => like[Random.Integer(0, like.Length - 1)],
            (_, { Length: > 0 }) => beside[Random.Integer(0, beside.Length - 1)],
            _ => null,
        };
        if (partner is null) return;
        bool adds = like.Contains(partner) && Random.Chance(75);
        read.Add(partner);
        Follow(values, read, adds ? b.Apply(Random.Choice("Add", "Add", "Add", "Mul"), [last, partner], last.Shape) : b.Concat(1, last, partner));
    }

    private static void Follow(List<Value> values, HashSet<Value> read, Value next)
    {
        read.Add(values[^1]);
        values.Add(next);
    }
}
