using NarFormer.Graphs;
using NarFormer.Zoo.Building;

namespace NarFormer.Zoo.Families;

/// <summary>A BERT-style text encoder with pooler and classifier (Devlin et al. 2018).</summary>
/// <param name="Vocabulary">Tokens of the vocabulary.</param>
/// <param name="Length">Tokens of a text.</param>
/// <param name="Width">Features of a token.</param>
/// <param name="Heads">Attention heads.</param>
/// <param name="Depth">Encoder layers.</param>
/// <param name="Inner">Width inside the feed-forward networks.</param>
/// <param name="Classes">Outputs.</param>
internal sealed record Bert(int Vocabulary, int Length, int Width, int Heads, int Depth, int Inner, int Classes)
{
    public static INetworkFamily Family { get; } = new NetworkFamily<Bert>("bert", Draw, (builder, network) => network.Build(builder));

    public static Bert Draw(SeededRandom random)
    {
        int heads = random.Integer(2, 12), width = heads * random.Choice(32, 48, 64);
        return new Bert(random.Choice(2000, 8000, 30522), random.Integer(1, 24) * 8, width, heads, random.Integer(1, 12), width * random.Integer(2, 4), random.Choice(2, 10, 100));
    }

    public void Build(NetworkBuilder b)
    {
        var ids = b.Input("input_ids", ElementType.Int64, b.Batch, Length);
        var types = b.Input("token_type_ids", ElementType.Int64, b.Batch, Length);
        var x = b.Add(b.Embedding(ids, Vocabulary, Width), b.Embedding(types, 2, Width));
        x = b.LayerNormalization(b.AddWeight(x, "position", 1, Length, Width));
        for (int layer = 0; layer < Depth; layer++) x = EncoderLayer(b, x);
        b.Output(b.Linear(b.Activate(b.Linear(b.FirstPosition(x), Width), Activation.Tanh), Classes));
    }

    /// <summary>One encoder layer: attention and feed-forward, each added and then normalised.</summary>
    public Value EncoderLayer(NetworkBuilder b, Value x)
    {
        x = b.LayerNormalization(b.Add(b.SelfAttention(x, Heads), x));
        return b.LayerNormalization(b.Add(b.FeedForward(x, Inner, Activation.Gelu), x));
    }
}
