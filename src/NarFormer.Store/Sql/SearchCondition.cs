namespace NarFormer.Store.Sql;

/// <summary>The part of a statement that looks for networks.</summary>
internal static class SearchCondition
{
    /// <summary>The condition for networks whose name or family holds <paramref name="search"/>, or whose hash begins with it.</summary>
    public static (string Condition, (string Name, object? Value)[] Values) Of(string? search)
    {
        if (string.IsNullOrWhiteSpace(search)) return ("", []);
        string text = search.Trim().ToLowerInvariant().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
        return (@" WHERE LOWER(name) LIKE @part ESCAPE '\' OR LOWER(family) LIKE @part ESCAPE '\' OR hash LIKE @begin ESCAPE '\'", [("@part", $"%{text}%"), ("@begin", $"{text}%")]);
    }
}
