using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>
/// One operator used a few times in sizes of real networks, side by side or one after the other: what a use of it costs, also
/// where no architecture of the zoo has it (in the manner of nn-Meter's kernels, Zhang et al. 2021).
/// </summary>
/// <param name="Operator">The operator.</param>
/// <param name="Uses">How often it is used; more often where so many uses take too little time to be measured.</param>
/// <param name="Chained">Whether each use reads the one before, else an input of its own.</param>
/// <param name="Random">Draws the sizes and the attributes of each use.</param>
internal sealed record OperatorNetwork(OperatorCase Operator, int Uses, bool Chained, SeededRandom Random)
{
    private const int MostUses = 16;
    private const long LeastPicoseconds = 150_000_000;

    private static readonly SizeLimits Limits = new(0, 2_000_000_000, 1, 4 * MostUses);

    public static INetworkFamily Family { get; } = new NetworkFamily<OperatorNetwork>("operators", Draw, (builder, network) => network.Build(builder), Limits);

    public static OperatorNetwork Draw(SeededRandom random)
    {
        var @operator = OperatorCatalog.Draw(random);
        return new OperatorNetwork(@operator, random.Choice(random.Integer(1, 3), random.Integer(1, 3), random.Integer(4, 8)), random.Chance(50) && @operator.Chains, random);
    }

    public void Build(NetworkBuilder b)
    {
        var results = new List<Value>();
        long picoseconds = 0;
        for (int i = 0; i < Uses || (picoseconds < LeastPicoseconds && i < MostUses); i++)
        {
            var use = new OperatorUse(b, Random, Operator.Picoseconds, Uses);
            var x = Chained && i > 0 ? results[0] : First(b, use);
            if (Chained) results.Clear();
            results.AddRange(Operator.Apply(use, x));
            picoseconds += use.Work > 0 ? use.Work : x.Elements * Operator.Picoseconds;
        }

        foreach (var result in results) b.Output(result);
    }

    private Value First(NetworkBuilder b, OperatorUse use)
    {
        var x = b.NextInput(Operator.Input, Operator.Shape(use));
        return Operator.Positive ? b.Apply("Abs", [x], x.Shape) : x;
    }
}
