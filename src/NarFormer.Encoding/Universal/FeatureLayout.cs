namespace NarFormer.Encoding.Universal;

/// <summary>Blocks in a fixed order, which make one row of features.</summary>
internal sealed class FeatureLayout<TSubject>(params IReadOnlyList<IFeatureBlock<TSubject>> blocks)
{
    /// <summary>The name of each feature.</summary>
    public IReadOnlyList<string> Names { get; } = [.. blocks.SelectMany(b => b.Names)];

    /// <summary>Writes the features of <paramref name="subject"/> over <paramref name="values"/>.</summary>
    public void Write(TSubject subject, Span<float> values)
    {
        var row = new FeatureRow(values);
        for (int i = 0; i < blocks.Count; i++) blocks[i].Write(subject, ref row);
        if (row.Count != Names.Count) throw new InvalidOperationException($"{row.Count} features were written and {Names.Count} are named");
    }
}
