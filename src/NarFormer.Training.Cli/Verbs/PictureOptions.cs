using System.CommandLine;
using NarFormer.Training.Cli.Plots;
using ScottPlot;

namespace NarFormer.Training.Cli.Verbs;

/// <summary>The options of every verb that draws: where to and how large.</summary>
internal sealed class PictureOptions
{
    private const int Least = 200, Most = 8000;

    private readonly VerbContext _context;
    private readonly Option<string> _output = new("--output", "-o") { Description = "The PNG file to write.", Required = true };
    private readonly Option<int> _width = new("--width") { Description = "Pixels.", DefaultValueFactory = _ => 1000 };
    private readonly Option<int> _height = new("--height") { Description = "Pixels.", DefaultValueFactory = _ => 700 };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public PictureOptions(Command command, VerbContext context)
    {
        _context = context;
        _output.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !token.Value.EndsWith(".png", StringComparison.OrdinalIgnoreCase)) result.AddError($"{token.Value}: pictures are written as .png");
        });
        foreach (var side in new[] { _width, _height })
        {
            side.Validators.Add(result =>
            {
                if (result.GetValue(side) is < Least or > Most) result.AddError($"{side.Name} must lie between {Least} and {Most}");
            });
            command.Options.Add(side);
        }

        command.Options.Add(_output);
    }

    /// <summary>Writes <paramref name="plot"/> where the user wants it.</summary>
    public int Write(ParseResult parsed, Plot plot)
    {
        if (!Picture.HasFonts) _context.Warn("this machine has no font, so the picture has no text; install one, for example fonts-dejavu-core");
        string output = parsed.GetRequiredValue(_output);
        var picture = new Picture(parsed.GetValue(_width), parsed.GetValue(_height));
        picture.Write(plot, output);
        _context.Output.WriteLine($"{output}: {picture.Width} x {picture.Height} pixels");
        return ExitCode.Ok;
    }
}
