namespace NarFormer.Training.Studies;

/// <summary>Files that are either the old or the new ones, never half written.</summary>
internal static class WholeFile
{
    public static void Write(string path, string text)
    {
        string temporary = path + ".tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }
}
