namespace NarFormer.Training.Cli.Verbs;

/// <summary>Progress as lines of the error stream.</summary>
internal sealed class ErrorLines(TextWriter error) : IProgress<string>
{
    /// <inheritdoc/>
    public void Report(string value) => error.WriteLine(value);
}
