using System.Globalization;

namespace NarFormer.Zoo.Spaces;

/// <summary>Lists of numbers in a code.</summary>
internal static class CodeNumbers
{
    /// <summary>Reads exactly <paramref name="count"/> numbers divided by spaces, each of them one of <paramref name="allowed"/>.</summary>
    /// <exception cref="FormatException">There are more or fewer, or one is another; the message names the place.</exception>
    public static int[] Parse(string what, string text, int count, params int[] allowed)
    {
        string[] tokens = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (tokens.Length != count) throw new FormatException($"{what}: {tokens.Length} numbers where {count} are expected");
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++)
        {
            if (!int.TryParse(tokens[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || !allowed.Contains(numbers[i]))
                throw new FormatException($"{what}: number {i + 1} is '{tokens[i]}', not one of {string.Join(", ", allowed)}");
        }

        return numbers;
    }
}
