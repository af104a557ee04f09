namespace NarFormer.Zoo.Building;

/// <content>Recurrent layers over <c>[positions, batch, features]</c>.</content>
internal sealed partial class NetworkBuilder
{
    /// <summary>An LSTM (four gates) or GRU (three gates); both directions' features side by side.</summary>
    public Value Recurrent(Value x, bool gru, int hidden, bool bidirectional)
    {
        long steps = x.Shape[0], batch = x.Shape[1], inputs = x.Shape[2];
        int directions = bidirectional ? 2 : 1, gates = gru ? 3 : 4;
        string[] names =
        [
            x.Name, Weight("weight", directions, gates * hidden, inputs), Weight("recurrence", directions, gates * hidden, hidden),
            Weight("bias", directions, 2 * gates * hidden),
        ];
        Macs += steps * batch * directions * gates * hidden * (inputs + hidden);
        var direction = Attribute("direction", bidirectional ? "bidirectional" : "forward");
        var size = Attribute("hidden_size", (long)hidden);
        long[] shape = [steps, directions, batch, hidden];
        var states = gru
            ? NodeOf("GRU", names, shape, direction, size, Attribute("linear_before_reset", 1L))
            : NodeOf("LSTM", names, shape, direction, size);
        return bidirectional
            ? Reshape(Transpose(states, 0, 2, 1, 3), steps, batch, 2 * hidden)
            : NodeOf("Squeeze", [states.Name, Constant([1L])], [steps, batch, hidden]);
    }

    /// <summary>The last position of <c>[positions, batch, features]</c>.</summary>
    public Value LastStep(Value x) => NodeOf("Gather", [x.Name, ScalarIndex(-1)], [.. x.Shape[1..]], Attribute("axis", 0L));
}
