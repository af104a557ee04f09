using System.Globalization;

namespace NarFormer.Training.Studies;

/// <summary>Which of a study's runs a process trains, so that several can train one study side by side.</summary>
/// <param name="Part">The share, counted from 1.</param>
/// <param name="Parts">All shares.</param>
public readonly record struct StudyShare(int Part, int Parts)
{
    /// <summary>Every run.</summary>
    public static readonly StudyShare All = new(1, 1);

    /// <summary>Whether run number <paramref name="run"/>, counted from 0, is in the share.</summary>
    public bool Holds(int run) => run % Parts == Part - 1;

    /// <summary>Reads <c>1/2</c>.</summary>
    public static bool TryParse(string text, out StudyShare share)
    {
        share = All;
        if (text.Split('/') is not [var first, var second]
            || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out int part)
            || !int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out int parts)
            || part < 1 || part > parts)
            return false;
        share = new StudyShare(part, parts);
        return true;
    }
}
