using System.Globalization;

namespace NarFormer.Datasets.Csv;

/// <summary>A line of a <see cref="CsvTable"/> whose fields are read from left to right.</summary>
internal sealed class CsvRow(string path, int line, string[] columns, string[] fields)
{
    private int _next;

    /// <summary>Where the line stands: file and number.</summary>
    public string Place => $"{path}:{line}";

    /// <summary>The next field as it is.</summary>
    /// <exception cref="InvalidDataException">It is empty.</exception>
    public string Text()
    {
        string field = fields[_next++];
        return field.Length > 0 ? field : throw Error("is empty");
    }

    /// <summary>The next field as a finite number that is not negative.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public double Number()
    {
        string text = Text();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && value >= 0
            ? value : throw Error($"'{text}' is not a number of at least 0");
    }

    /// <summary>The next field as a number above 0.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public double Positive() => Number() is > 0 and var value ? value : throw Error("must be above 0");

    /// <summary>The next field as a whole number that is not negative.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public ulong Whole()
    {
        string text = Text();
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) ? value : throw Error($"'{text}' is not a whole number");
    }

    /// <summary>The next field as a name of <typeparamref name="T"/> in lower case.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public T Name<T>()
        where T : struct, Enum
    {
        string text = Text();
        foreach (var value in Enum.GetValues<T>())
        {
            if (CsvField.Of(value) == text) return value;
        }

        throw Error($"'{text}' is none of {string.Join(", ", Enum.GetValues<T>().Select(CsvField.Of))}");
    }

    /// <summary>The next field as a point in time.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public DateTimeOffset Time()
    {
        string text = Text();
        return DateTimeOffset.TryParseExact(text, CsvField.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time : throw Error($"'{text}' is not a time like 2026-01-31T23:59:59.9Z");
    }

    /// <summary>An error about the line.</summary>
    public InvalidDataException LineError(string what) => new($"{Place}: {what}");

    private InvalidDataException Error(string what) => LineError($"{columns[_next - 1]} {what}");
}
