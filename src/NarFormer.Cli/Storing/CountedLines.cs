namespace NarFormer.Cli.Storing;

/// <summary>Progress as a line after every so many things.</summary>
internal sealed class CountedLines(TextWriter writer, int between, string things) : IProgress<int>
{
    /// <inheritdoc/>
    public void Report(int value)
    {
        if (value % between == 0) writer.WriteLine($"{value} {things}");
    }
}
