namespace NarFormer.Encoding.Paper;

/// <summary>How the published features state numbers.</summary>
internal abstract class PaperNumbers
{
    /// <summary>Sines and cosines (NAR-Former V2).</summary>
    public static PaperNumbers Coded { get; } = new CodedNumbers();

    /// <summary>Centred and scaled numbers (NNLP).</summary>
    public static PaperNumbers Real { get; } = new RealNumbers();

    /// <summary>Features of one number.</summary>
    public abstract int Width { get; }

    /// <summary>Writes <paramref name="value"/> over the first <see cref="Width"/> places of <paramref name="features"/>.</summary>
    public abstract void Write(PaperQuantity quantity, float value, Span<float> features);

    /// <summary>Writes several numbers of one quantity over <see cref="Width"/> places each.</summary>
    public abstract void WriteAll(PaperQuantity quantity, ReadOnlySpan<float> values, Span<float> features);

    private sealed class CodedNumbers : PaperNumbers
    {
        public override int Width => SinusoidalCode.Width;

        public override void Write(PaperQuantity quantity, float value, Span<float> features) => SinusoidalCode.Write(value, features);

        public override void WriteAll(PaperQuantity quantity, ReadOnlySpan<float> values, Span<float> features) => SinusoidalCode.WriteGrouped(values, features);
    }

    private sealed class RealNumbers : PaperNumbers
    {
        public override int Width => 1;

        public override void Write(PaperQuantity quantity, float value, Span<float> features) => features[0] = (value - quantity.Centre) / quantity.Scale;

        public override void WriteAll(PaperQuantity quantity, ReadOnlySpan<float> values, Span<float> features)
        {
            for (int i = 0; i < values.Length; i++) Write(quantity, values[i], features[i..]);
        }
    }
}
