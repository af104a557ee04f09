using ScottPlot;
using ScottPlot.Panels;
using SkiaSharp;

namespace NarFormer.Training.Cli.Plots;

/// <summary>A plot as a PNG file.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal readonly record struct Picture(int Width, int Height)
{
    private const float TitleSize = 18, LabelSize = 15, TickSize = 13;

    /// <summary>Whether this machine has a font; without one pictures have no text.</summary>
    public static bool HasFonts => SKTypeface.Default.GlyphCount > 0;

    /// <summary>Writes <paramref name="plot"/> to a temporary name beside <paramref name="path"/> and then renames it.</summary>
    public void Write(Plot plot, string path)
    {
        if (SansSerif() is { } font) SetFont(plot, font);
        plot.Axes.Title.Label.FontSize = TitleSize;
        plot.Axes.Title.Label.Bold = false;
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.Label.FontSize = LabelSize;
            axis.Label.Bold = false;
            axis.TickLabelStyle.FontSize = TickSize;
        }

        plot.Legend.FontSize = LabelSize;
        byte[] bytes = plot.GetImageBytes(Width, Height, ImageFormat.Png);
        string temporary = path + ".tmp";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
    }

    private static void SetFont(Plot plot, string font)
    {
        plot.Font.Set(font);
        foreach (var bar in plot.Axes.GetPanels().OfType<ColorBar>())
        {
            bar.LabelStyle.FontName = font;
            bar.Axis.TickLabelStyle.FontName = font;
        }
    }

    private static string? SansSerif() =>
        SKFontManager.Default.FontFamilies.Where(f => f.EndsWith(" Sans", StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();
}
