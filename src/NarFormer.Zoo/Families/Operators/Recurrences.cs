using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families.Operators;

/// <summary>Recurrent layers over <c>[batch, positions, features]</c>, which they read with the positions first.</summary>
internal static class Recurrences
{
    private const int Picoseconds = 20_000, Multiplication = 40;

    public static IReadOnlyList<OperatorCase> Cases { get; } = [Case("LSTM", 4), Case("GRU", 3), Case("RNN", 1)];

    private static OperatorCase Case(string name, int gates) => new(
        name, Picoseconds,
        use => use.Sized(() => [use.Builder.Batch, use.Random.Logarithmic(8, 256), use.Width(16, 1024)]),
        (use, x) => Recur(use, x, name, gates));

    private static Value Recur(OperatorUse use, Value x, string name, int gates)
    {
        var b = use.Builder;
        string direction = use.Random.Choice("forward", "forward", "reverse", "bidirectional");
        int directions = direction == "bidirectional" ? 2 : 1;
        long steps = x.Shape[1], features = x.Shape[2], hidden = use.Fit(() => use.Width(16, 1024), Macs, Multiplication);
        Value[] inputs =
        [
            b.Transpose(x, 1, 0, 2), b.Learned("weight", directions, gates * hidden, features), b.Learned("recurrence", directions, gates * hidden, hidden),
            b.Learned("bias", directions, 2 * gates * hidden),
        ];
        b.Count(Macs((int)hidden));
        List<(string Name, object Content)> attributes = [("direction", direction), ("hidden_size", hidden)];
        if (name == "GRU") attributes.Add(("linear_before_reset", use.Random.Integer(0, 1)));
        return b.Apply(name, inputs, [steps, directions, x.Shape[0], hidden], [.. attributes]);

        long Macs(int hidden) => steps * x.Shape[0] * directions * gates * hidden * (features + hidden);
    }
}
