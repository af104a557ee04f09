namespace NarFormer.Measurement.Environment;

/// <summary>Files of Linux's <c>/proc</c>; empty on systems without it.</summary>
internal static class ProcFile
{
    /// <summary>The lines of <paramref name="path"/>, or none if it cannot be read.</summary>
    public static string[] Lines(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllLines(path) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
