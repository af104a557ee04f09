namespace NarFormer.Cli;

/// <summary>Says on the error stream, once a second, how far a long piece of work is, and at its end how long it took.</summary>
internal sealed class ProgressLines(VerbContext context, int all, string things)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly long _start = context.Clock.GetTimestamp();
    private long _reported = context.Clock.GetTimestamp();

    /// <summary>Tells that <paramref name="done"/> are done.</summary>
    public void Reach(int done)
    {
        if (context.Clock.GetElapsedTime(_reported) < Every) return;
        _reported = context.Clock.GetTimestamp();
        context.Error.WriteLine($"{done} of {all} {things}");
    }

    /// <summary>Tells that all is done.</summary>
    public void End() => context.Error.WriteLine(FormattableString.Invariant($"{all} {things} in {context.Clock.GetElapsedTime(_start).TotalSeconds:0.0} s"));
}
