using Spectre.Console;

namespace NarFormer.Training.Cli;

/// <summary>What a verb may touch of the outside: the two streams of the terminal and the clock.</summary>
internal sealed class VerbContext(TextWriter output, TextWriter error, TimeProvider clock)
{
    /// <summary>Results, as text or JSON.</summary>
    public TextWriter Output => output;

    /// <summary>Progress, warnings and errors.</summary>
    public TextWriter Error => error;

    /// <summary>The clock.</summary>
    public TimeProvider Clock => clock;

    /// <summary>A console for tables on the output; plain text without colour when piped.</summary>
    public IAnsiConsole OutputConsole() => ConsoleOn(Output, Console.IsOutputRedirected);

    /// <summary>A console for progress on the error stream.</summary>
    public IAnsiConsole ErrorConsole() => ConsoleOn(Error, Console.IsErrorRedirected);

    /// <summary>Reports a failure the way every verb does.</summary>
    public void Fail(string message) => Error.WriteLine($"error: {message}");

    /// <summary>Reports something that the user should know but that stops nothing.</summary>
    public void Warn(string message) => Error.WriteLine($"warning: {message}");

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool piped)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = piped ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = piped ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = piped ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (piped) console.Profile.Width = 200;
        return console;
    }
}
