using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>Stacked LSTM (Hochreiter and Schmidhuber 1997) or GRU layers (Cho et al. 2014) over text or measurements.</summary>
/// <param name="Gru">Whether the layers are GRUs, else LSTMs.</param>
/// <param name="Bidirectional">Whether each layer goes both ways.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="Hidden">Hidden units of each direction.</param>
/// <param name="Residual">Whether layers of equal width have a shortcut.</param>
/// <param name="Normalized">Whether layers are followed by layer normalisation.</param>
/// <param name="Length">Positions of a sequence.</param>
/// <param name="Vocabulary">Tokens of the vocabulary, or 0 for measurements.</param>
/// <param name="Features">Features of a position.</param>
/// <param name="Projection">Width of a dense layer before the recurrent ones, or 0 for none.</param>
/// <param name="Reading">What the head reads.</param>
/// <param name="HeadWidths">Widths of the dense layers before the last.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record RecurrentNetwork(
    bool Gru, bool Bidirectional, int Layers, int Hidden, bool Residual, bool Normalized, int Length, int Vocabulary, int Features, int Projection, SequenceReading Reading, int[] HeadWidths, int Classes)
{
    private static readonly SizeLimits Limits = SizeLimits.Wide with { MaximumMacs = 1_500_000_000 };

    public static INetworkFamily Family { get; } = new NetworkFamily<RecurrentNetwork>("rnn", Draw, (builder, network) => network.Build(builder), Limits);

    public static RecurrentNetwork Draw(SeededRandom random) => new(
        random.Chance(45),
        random.Chance(40),
        random.Choice(random.Integer(1, 3), random.Integer(1, 3), random.Integer(4, 12)),
        random.Scaled(256, 10, 200),
        random.Chance(30),
        random.Chance(30),
        random.Choice(random.Integer(8, 64), random.Integer(8, 64), random.Integer(65, 256)),
        random.Chance(50) ? random.Choice(2000, 8000, 30522) : 0,
        random.Scaled(128, 10, 240),
        random.Chance(30) ? random.Scaled(128, 30, 200) : 0,
        random.Choice(SequenceReading.Last, SequenceReading.Mean, SequenceReading.Largest, SequenceReading.Every),
        [.. Enumerable.Range(0, random.Integer(0, 2)).Select(_ => random.Scaled(256, 20, 150))],
        random.Choice(2, 10, 100));

    public void Build(NetworkBuilder b)
    {
        var x = Vocabulary > 0
            ? b.Embedding(b.Input("input_ids", ElementType.Int64, b.Batch, Length), Vocabulary, Features)
            : b.Input("input", ElementType.Float32, b.Batch, Length, Features);
        if (Projection > 0) x = b.Activate(b.Project(x, Projection), Activation.Relu);
        x = b.Transpose(x, 1, 0, 2);
        for (int layer = 0; layer < Layers; layer++)
        {
            var y = b.Recurrent(x, Gru, Hidden, Bidirectional);
            if (Residual && y.Shape[2] == x.Shape[2]) y = b.Add(y, x);
            x = Normalized ? b.LayerNormalization(y) : y;
        }

        b.Output(Head(b, x));
    }

    private Value Head(NetworkBuilder b, Value x)
    {
        bool every = Reading == SequenceReading.Every;
        x = Reading switch
        {
            SequenceReading.Last => b.LastStep(x),
            SequenceReading.Every => b.Transpose(x, 1, 0, 2),
            _ => b.Pool(x, 0, Reading == SequenceReading.Mean),
        };
        foreach (int width in HeadWidths) x = b.Activate(Dense(width), Activation.Relu);
        return Dense(Classes);

        Value Dense(int width) => every ? b.Project(x, width) : b.Linear(x, width);
    }
}
