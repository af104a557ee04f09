using System.Globalization;

namespace NarFormer.Cli;

/// <summary>Numbers for people: about three digits, large ones with a prefix.</summary>
internal static class Quantity
{
    private static readonly string[] Decimal = ["", "k", "M", "G", "T", "P", "E"];
    private static readonly string[] Binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    /// <summary>A count with a decimal prefix, for example <c>1.81 G</c>.</summary>
    public static string Count(long count) => Scaled(count, 1000, Decimal).TrimEnd();

    /// <summary>Bytes with a binary prefix, for example <c>44.6 MiB</c>.</summary>
    public static string Bytes(long bytes) => Scaled(bytes, 1024, Binary) + "B";

    /// <summary>A number without prefix, for example <c>0.123</c>, <c>1.23</c>, <c>123</c>.</summary>
    public static string Number(double value) => value.ToString(value < 1 ? "0.000" : value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static string Scaled(long number, double step, string[] prefixes)
    {
        double value = number;
        int power = 0;
        // 999.5 would be rounded to a fourth digit.
        while (value >= 999.5 && power < prefixes.Length - 1)
        {
            value /= step;
            power++;
        }

        string format = power == 0 ? "0" : value < 9.995 ? "0.00" : value < 99.95 ? "0.0" : "0";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {prefixes[power]}";
    }
}
