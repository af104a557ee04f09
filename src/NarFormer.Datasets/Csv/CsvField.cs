using System.Globalization;

namespace NarFormer.Datasets.Csv;

/// <summary>How values are written into a <see cref="CsvTable"/>.</summary>
internal static class CsvField
{
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.f'Z'";

    /// <summary>Six significant digits: finer than any clock or machine is steady.</summary>
    public static string Of(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
