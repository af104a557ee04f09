namespace NarFormer.Onnx.Reading;

/// <summary>Names in messages.</summary>
internal static class Names
{
    private const int Listed = 5, Longest = 100;

    /// <summary>The first few of <paramref name="names"/>.</summary>
    public static string List(IReadOnlyCollection<string> names) => string.Join(", ", names.Take(Listed)) + (names.Count > Listed ? ", …" : "");

    /// <summary>The first few of <paramref name="names"/>, in quotes.</summary>
    public static string Quoted(IEnumerable<string> names) => List([.. names.Select(n => $"'{Short(n)}'")]);

    /// <summary>A name or sentence that no file can make longer than a line.</summary>
    public static string Short(string text, int longest = Longest) => text.Length <= longest ? text : text[..longest] + "…";
}
